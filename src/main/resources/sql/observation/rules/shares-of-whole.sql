-- code: observation.shares-of-whole
-- severity: error
-- when: the shares of a shared thing do not add up to its whole
-- missing: things whose whole nobody gives are not examined; too small a sum is not told while a member's file or share could not be read
-- message: “{thing}”各方填报的份额合计{found}{unit}（{parts}），与全长（总量）{expected}{unit}不符：合计偏大多为几方都报了全长，偏小多为有一方漏报，请各方核对。
-- alone: 各方份额之和要与其他成员的报送合并计算，单独核对一个文件时不检查。
-- Sheets that are not the only one of their form.
with several as (
  select sheet_number
  from observation.received_sheet
  qualify count(*) over (partition by submission, form) > 1
),
shared as (
  select
    e.indicator, e.first_key, sum(e.value) as shares, max(e.whole) as whole,
    arg_min(e.file, e.entity || e.file) as file,
    arg_min(e.sheet, (e.entity, e.sheet, e.row_number)) as sheet,
    arg_min(e.cell, (e.entity, e.sheet, e.row_number)) as cell,
    arg_min(e.entity, e.entity) as entity,
    array_to_string(
      list(
        o.name || if(e.sheet_number in (from several), e.sheet || '!', '') || e.cell || '为' || coalesce(plain(e.value), '空')
        order by o.position, e.sheet, e.row_number
      )[:8],
      '，'
    ) || if(count(*) > 8, '等', '') as parts
  from observation.evidence_row e
  join registry.entity o on o.code = e.entity
  where e.whole is not null
  group by e.indicator, e.first_key
)
select
  s.entity, s.file, s.sheet, s.cell, plain(s.shares) as found, plain(s.whole) as expected,
  plain(s.shares - s.whole) as difference, i.unit, [s.indicator] as indicators,
  s.first_key as thing, s.parts
from shared s
join registry.indicator i on i.code = s.indicator
where
  s.shares > s.whole
  or (
    s.shares < s.whole
    and not exists (from observation.unread_evidence u where u.indicator = s.indicator)
    and not exists (
      from registry.reporter r
      where r.indicator = s.indicator and r.entity not in (select entity from submission.in_force)
    )
  )
order by s.indicator, s.first_key

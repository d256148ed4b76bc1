-- code: observation.shares-of-whole
-- severity: error
-- when: the shares of a shared thing do not add up to its whole, by more than each share's rounding to the decimals of its unit; told to every member that gives a share
-- missing: things whose whole nobody gives are not examined; too small a sum is not told while a member's file or share could not be read
-- message: “{thing}”各方填报的份额合计{found}{unit}（{parts}），与全长（总量）{expected}{unit}不符：偏大多为有一方报了全长或几方重复填报同一段，偏小多为有一方漏报或名称不一，请各方核对，各填本方的份额。
-- alone: 各方份额之和要与其他成员的报送合并计算，单独核对一个文件时不检查。
-- Sheets that are not the only one of their form.
with several as (
  select sheet_number
  from observation.received_sheet
  qualify count(*) over (partition by submission, form) > 1
),
places as (
  select
    e.indicator, e.first_key, e.entity,
    arg_min(e.file, e.sheet || lpad(e.row_number::varchar, 7, '0')) as file,
    arg_min(e.sheet, e.sheet || lpad(e.row_number::varchar, 7, '0')) as sheet,
    arg_min(e.cell, e.sheet || lpad(e.row_number::varchar, 7, '0')) as cell
  from observation.evidence_row e
  where e.whole is not null
  group by e.indicator, e.first_key, e.entity
),
parts as (
  select
    e.indicator, e.first_key,
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
  p.entity, p.file, p.sheet, p.cell, plain(s.shares) as found, plain(s.whole) as expected,
  plain(s.shares - s.whole) as difference, i.unit, [s.indicator] as indicators,
  s.first_key as thing, t.parts
from observation.shared_thing s
join places p on p.indicator = s.indicator and p.first_key = s.first_key
join parts t on t.indicator = s.indicator and t.first_key = s.first_key
join registry.indicator i on i.code = s.indicator
where
  abs(s.shares - s.whole) > s.rounding
  and (
    s.shares > s.whole
    or (
      not exists (from observation.unread_evidence u where u.indicator = s.indicator)
      and not exists (
        from registry.reporter r
        where r.indicator = s.indicator and r.entity not in (select entity from submission.in_force)
      )
    )
  )
order by s.indicator, s.first_key, p.entity

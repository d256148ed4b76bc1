-- code: observation.shares-rounded
-- severity: verify
-- when: the shares of a shared thing miss its whole by no more than the rounding of each share to the decimals of its unit: 0.333 three times of 1
-- missing: as observation.shares-of-whole; where the unit has no decimals nothing is rounded, and any difference is an error
-- message: “{thing}”各方填报的份额合计{found}{unit}（{parts}），与全长（总量）{expected}{unit}只差{gap}{unit}，像是各自取整所致。请各方商定由一方调整尾数；确实不宜调整的，请在该行“说明”栏写明。合计按所报的{found}{unit}计。
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
  s.first_key as thing, t.parts,
  plain(abs(s.shares - s.whole)) as gap
from observation.shared_thing s
join places p on p.indicator = s.indicator and p.first_key = s.first_key
join parts t on t.indicator = s.indicator and t.first_key = s.first_key
join registry.indicator i on i.code = s.indicator
where
  s.shares <> s.whole and abs(s.shares - s.whole) <= s.rounding
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

-- code: observation.whole-differs
-- severity: error
-- when: the whole of a shared thing is not the same in all its rows
-- missing: rows without a whole are left to observation.required-evidence
-- message: “{thing}”的全长（总量）各处填写不一致：此处为{found}，另有{expected}，请各方核对后统一。
-- partly: 全长（总量）只在本文件之内核对，未与其他成员的报送对照。
with shared as (
  select
    e.indicator, e.first_key, min(e.whole) as least, max(e.whole) as greatest
  from observation.evidence_row e
  where e.whole is not null
  group by e.indicator, e.first_key
  having min(e.whole) <> max(e.whole)
)
select
  e.entity, e.file, e.sheet, e.whole_cell as cell, plain(e.whole) as found,
  plain(if(e.whole = s.least, s.greatest, s.least)) as expected,
  plain(e.whole - if(e.whole = s.least, s.greatest, s.least)) as difference,
  i.unit, [e.indicator] as indicators, e.first_key as thing
from observation.evidence_row e
join shared s on s.indicator = e.indicator and s.first_key = e.first_key
join registry.indicator i on i.code = e.indicator
where e.whole is not null
order by e.indicator, e.first_key, e.entity, e.sheet, e.row_number

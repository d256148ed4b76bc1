-- code: observation.shared-day-differs
-- severity: verify
-- when: a thing several members have a share of has another day in another row
-- missing: rows without a day are left to other rules; things without a whole are not examined
-- message: “{thing}”的日期各处不一致：{cell}为{found}，另有{expected}，请各方核对；确系分段先后完成的，请在该行“说明”栏写明。
-- partly: 共同事项的日期只在本文件之内核对，未与其他成员的报送对照。
with shared as (
  select indicator, first_key, min(day) as first_day, max(day) as last_day
  from observation.evidence_row
  where whole is not null and day is not null
  group by indicator, first_key
  having min(day) <> max(day)
)
select
  e.entity, e.file, e.sheet, e.day_cell as cell, e.day::varchar as found,
  if(e.day = s.first_day, s.last_day, s.first_day)::varchar as expected,
  null as difference, null as unit, [e.indicator] as indicators, e.first_key as thing
from observation.evidence_row e
join shared s on s.indicator = e.indicator and s.first_key = e.first_key
where e.day is not null and e.whole is not null
order by e.indicator, e.first_key, e.entity, e.sheet, e.row_number

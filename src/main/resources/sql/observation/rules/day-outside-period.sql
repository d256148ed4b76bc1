-- code: observation.day-outside-period
-- severity: verify
-- when: the day of a flow, of a thing counted for the year (window: year) or of a delivery lies outside the period; of stocks and other counts, after its end
-- missing: rows without a day are left to observation.required-evidence; stocks and counts may begin before the period, nothing may lie after it
-- message: {cell}的日期{found}不在报告期{period_start}至{period_end}之内，请核对日期；确应计入本期的，请在该行“说明”栏写明原因。
select
  e.entity, e.file, e.sheet, e.day_cell as cell, e.day::varchar as found,
  r.period_start || '至' || r.period_end as expected, null as difference, null as unit,
  list(distinct e.indicator order by e.indicator) as indicators,
  r.period_start, r.period_end
from observation.evidence_row e
join registry.indicator i on i.code = e.indicator
cross join registry.round r
where
  e.day > r.period_end
  or ((i.kind = 'FLOW' or i.of_the_year) and e.day < r.period_start)
  or (i.kind = 'MILESTONE' and e.value = 1 and e.day < r.period_start)
group by all
order by e.entity, e.sheet, cell

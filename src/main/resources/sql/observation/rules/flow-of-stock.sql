-- code: observation.flow-of-stock
-- severity: error
-- when: 本年新增 of a stock differs from the flow of the same thing
-- missing: compared only where both are figures
-- message: “{indicator_name}”的本年新增为{found}，而“{flow_name}”填报{expected}，两处应当一致，请核对。
select
  s.entity, s.file, s.sheet, s.cell, plain(s.value) as found, plain(f.value) as expected,
  plain(s.value - f.value) as difference, i.unit, [i.code, i.flow] as indicators,
  i.name as indicator_name, g.name as flow_name
from observation.reported_cell s
join registry.indicator i on i.code = s.indicator
join registry.indicator g on g.code = i.flow
join observation.reported_cell f
  on f.indicator = i.flow and f.submission = s.submission and f.measure = 'flow'
where s.measure = 'flow' and s.value <> f.value
order by s.entity, i.position

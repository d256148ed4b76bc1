-- code: observation.unknown-indicator
-- severity: error
-- when: a row of 指标 carries a code the member does not report
-- missing: rows of 指标 without a code are left to the member
-- message: {cell}的指标代码“{found}”不是{member}应报的指标，请按下发模板的代码填写，不要增删行。
select
  c.entity, c.file, c.sheet, c.code_cell as cell, c.indicator as found,
  '模板中的指标代码' as expected, null as difference, null as unit,
  if(i.code is null, []::varchar[], [i.code]) as indicators, e.name as member
from observation.account c
join registry.entity e on e.code = c.entity
left join registry.indicator i on i.code = c.indicator
left join registry.reporter r on r.indicator = c.indicator and r.entity = c.entity
where c.indicator <> '' and r.indicator is null
order by c.entity, c.sheet, c.row_number

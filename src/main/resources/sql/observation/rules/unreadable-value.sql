-- code: observation.unreadable-value
-- severity: error
-- when: a cell of 指标 holds something that is no figure
-- missing: blank cells are left to observation.missing-value
-- message: “{indicator_name}”的{cell}填写的是“{found}”，不能采用：{hint}。
select
  c.entity, c.file, c.sheet, c.cell, c.raw as found, '数字、0或—' as expected,
  null as difference, i.unit, [c.indicator] as indicators, i.name as indicator_name,
  coalesce(c.hint, '数值过大或小数位数过多，请核对单位') as hint
from observation.reported_cell c
join registry.indicator i on i.code = c.indicator
where c.state = 'unreadable'
order by c.entity, c.sheet, c.row_number, c.cell

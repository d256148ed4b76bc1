-- code: observation.unreadable-value
-- severity: error
-- when: a cell of 指标 holds something that is no figure
-- missing: blank cells are left to observation.missing-value
-- message: “{indicator_name}”的{cell}填写的是“{found}”，不能确定是哪个数，请只填数字（单位、约、超等字样不要写在数字格里）。
select
  c.entity, c.file, c.sheet, c.cell, c.raw as found, '数字、0或—' as expected,
  null as difference, i.unit, [c.indicator] as indicators, i.name as indicator_name
from observation.reported_cell c
join registry.indicator i on i.code = c.indicator
where c.state = 'unreadable'
order by c.entity, c.sheet, c.row_number, c.cell

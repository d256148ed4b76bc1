-- code: observation.unit-differs
-- severity: error
-- when: 计量单位 of a row of 指标 is not the unit of its indicator
-- missing: a blank unit is left alone
-- message: “{indicator_name}”的计量单位应为“{expected}”，{cell}改成了“{found}”，数值以哪个单位计不能确定，请恢复单位并按它填写。
select
  a.entity, a.file, a.sheet, a.unit_cell as cell, a.unit as found,
  coalesce(nullif(i.unit, ''), '空') as expected, null as difference, null as unit,
  [a.indicator] as indicators, i.name as indicator_name
from observation.account a
join registry.indicator i on i.code = a.indicator
where
  not is_blank(a.unit) and not is_not_applicable(a.unit)
  and normalised(a.unit, 'NAME') <> normalised(i.unit, 'NAME')
order by a.entity, i.position, a.sheet, a.row_number

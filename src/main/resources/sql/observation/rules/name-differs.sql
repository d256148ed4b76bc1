-- code: observation.name-differs
-- severity: verify
-- when: 指标名称 of a row is not the name of the indicator its code says
-- missing: a blank name is left alone
-- message: {cell}的指标名称“{found}”与代码{indicator}的名称“{expected}”不符，可能填错了行，请核对代码、名称和数值是否同属一项指标。
select
  a.entity, a.file, a.sheet, a.name_cell as cell, a.name as found, i.name as expected,
  null as difference, null as unit, [a.indicator] as indicators, a.indicator
from observation.account a
join registry.indicator i on i.code = a.indicator
where not is_blank(a.name) and normalised(a.name, 'NAME') <> normalised(i.name, 'NAME')
order by a.entity, i.position, a.sheet, a.row_number

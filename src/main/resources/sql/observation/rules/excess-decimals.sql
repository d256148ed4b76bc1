-- code: observation.excess-decimals
-- severity: error
-- when: a figure has more decimals than its unit allows (round.yml)
-- missing: only figures are examined
-- message: {cell}填写的是{found}，小数位数超过该单位（{unit}）允许的{decimals}位，请核对单位和数值。
select
  c.entity, c.file, c.sheet, c.cell, c.raw as found, '至多' || i.decimals || '位小数' as expected,
  null as difference, i.unit, [c.indicator] as indicators, i.decimals
from observation.reported_cell c
join registry.indicator i on i.code = c.indicator
where decimals_of(c.value) > i.decimals
union all
select
  e.entity, e.file, e.sheet, e.cell, e.raw, '至多' || e.decimals || '位小数', null, e.unit,
  (select list(i.code order by i.code) from registry.indicator i
   where i.form = e.form and e.position in (i.value_position, i.whole_position)),
  e.decimals
from observation.evidence_cell e
where e.type = 'NUMBER' and decimals_of(e.value) > e.decimals
order by all

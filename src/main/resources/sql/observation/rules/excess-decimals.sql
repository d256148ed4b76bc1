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
  -- Where nothing rests on the column, what the form gives: an empty list would mean everything.
  (select
     coalesce(
       list(i.code order by i.code) filter (e.position in (i.value_position, i.whole_position)),
       list(i.code order by i.code)
     )
   from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = e.entity
   where i.form = e.form),
  e.decimals
from observation.evidence_cell e
where e.type = 'NUMBER' and decimals_of(e.value) > e.decimals
order by all

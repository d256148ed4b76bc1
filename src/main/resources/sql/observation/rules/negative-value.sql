-- code: observation.negative-value
-- severity: error
-- when: a figure is below zero
-- missing: only figures are examined
-- message: {cell}填写的是{found}，数量不能为负，请核对；减少的数量请填在“本年减少”一栏。
select
  c.entity, c.file, c.sheet, c.cell, c.raw as found, '不小于0' as expected,
  null as difference, i.unit, [c.indicator] as indicators
from observation.reported_cell c
join registry.indicator i on i.code = c.indicator
where c.value < 0
union all
select
  e.entity, e.file, e.sheet, e.cell, e.raw, '不小于0', null, e.unit,
  -- Where nothing rests on the column, what the form gives: an empty list would mean everything.
  (select
     coalesce(
       list(i.code order by i.code) filter (e.position in (i.value_position, i.whole_position)),
       list(i.code order by i.code)
     )
   from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = e.entity
   where i.form = e.form)
from observation.evidence_cell e
where e.type = 'NUMBER' and e.value < 0
order by all

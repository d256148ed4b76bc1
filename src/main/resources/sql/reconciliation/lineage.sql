-- One row per cell a figure rests on. A ratio rests on the cells of both its sides.
create or replace view reconciliation.lineage as
with sides as (
  select code as indicator, code as side from registry.indicator where kind <> 'RATIO'
  union all
  select code, numerator from registry.indicator where kind = 'RATIO'
  union all
  select code, denominator from registry.indicator where kind = 'RATIO'
)
select
  s.indicator, c.entity, c.submission, c.file, c.sheet, c.row_number, c.cell, c.raw, c.value,
  s.side, nullif(replace(c.key, chr(31), '，'), '') as key, c.counted
from sides s
join reconciliation.contribution c on c.indicator = s.side

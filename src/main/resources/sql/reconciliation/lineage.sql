-- takes: observation.evidence_row, observation.member_value, registry.indicator
-- One row per cell a figure rests on. A ratio rests on the cells of both its sides.
with cells as (
  select e.indicator, e.entity, e.submission, e.file, e.sheet, e.row_number, e.cell, e.raw, e.value
  from observation.evidence_row e
  union all
  select
    v.indicator, v.entity, v.submission, v.file, v.sheet,
    regexp_extract(v.cell, '\d+')::integer, v.cell, v.raw, v.value
  from observation.member_value v
  where v.cell is not null and v.state <> 'missing'
    and not exists (
      from observation.evidence_row e where e.indicator = v.indicator and e.entity = v.entity
    )
),
sides as (
  select code as indicator, code as side from registry.indicator where kind <> 'RATIO'
  union all
  select code, numerator from registry.indicator where kind = 'RATIO'
  union all
  select code, denominator from registry.indicator where kind = 'RATIO'
)
select
  s.indicator, c.entity, c.submission, c.file, c.sheet, c.row_number, c.cell, c.raw, c.value
from sides s
join cells c on c.indicator = s.side
order by s.indicator, c.entity, c.submission, c.sheet, c.row_number, c.cell

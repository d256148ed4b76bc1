-- takes: observation.evidence_row, registry.indicator
-- One row per thing that members share: what their shares add up to, its whole, and by how much both
-- may differ because each share is given to the decimals of its unit. `stem` is what is left of its
-- name without what differs from writer to writer: two things of one stem may be one.
select
  e.indicator, e.first_key, line_stem(e.first_key) as stem, sum(e.value)::decimal(38, 6) as shares,
  max(e.whole)::decimal(38, 6) as whole, list(distinct e.entity order by e.entity) as entities,
  (
    if(any_value(i.decimals) > 0, 5, 0) * count(*)
    * [1, 0.1, 0.01, 0.001, 0.0001, 0.00001, 0.000001, 0.0000001][any_value(i.decimals) + 2]
  )::decimal(38, 7) as rounding,
  arg_min(e.file, e.entity || lpad(e.row_number::varchar, 7, '0')) as file,
  arg_min(e.sheet, (e.entity, e.sheet, e.row_number)) as sheet,
  arg_min(e.key_cell, (e.entity, e.sheet, e.row_number)) as key_cell
from observation.evidence_row e
join registry.indicator i on i.code = e.indicator
where e.whole is not null
group by e.indicator, e.first_key
order by e.indicator, e.first_key

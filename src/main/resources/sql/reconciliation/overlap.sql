-- takes: observation.evidence_row, registry.indicator, registry.entity
-- The same thing in the evidence of two members, one row per thing and pair of members. What is
-- counted is counted once; what is shared is added share by share; what is added up otherwise is
-- added twice, and an error (observation.key-in-two-members). Keys every member has by definition
-- (common, coverage, milestones, months) are no overlap.
with things as (
  select
    e.indicator, i.position, i.kind, i.whole_position is not null as shared, e.entity,
    if(i.whole_position is null, e.key, e.first_key) as thing,
    arg_min(e.file, e.sheet || lpad(e.row_number::varchar, 7, '0')) as file,
    arg_min(e.sheet, e.sheet || lpad(e.row_number::varchar, 7, '0')) as sheet,
    arg_min(
      if(i.value_position is null, e.key_cell, e.cell), e.sheet || lpad(e.row_number::varchar, 7, '0')
    ) as cell,
    sum(if(i.value_position is null, null, e.value))::decimal(38, 6) as value,
    max(e.whole) as whole
  from observation.evidence_row e
  join registry.indicator i on i.code = e.indicator
  where
    i.kind in ('DISTINCT', 'FLOW', 'STOCK') and e.key <> ''
    and i.date_position is distinct from i.key_positions[1]
  group by all
)
select
  a.indicator,
  case when a.kind = 'DISTINCT' then 'once' when a.shared then 'shares' else 'added' end as counted,
  replace(a.thing, chr(31), '／') as thing,
  a.entity, a.file, a.sheet, a.cell, a.value,
  b.entity as other_entity, b.file as other_file, b.sheet as other_sheet, b.cell as other_cell,
  b.value as other_value,
  a.whole
from things a
join things b on b.indicator = a.indicator and b.thing = a.thing
join registry.entity p on p.code = a.entity
join registry.entity q on q.code = b.entity and q.position > p.position
order by a.position, a.thing, p.position, q.position

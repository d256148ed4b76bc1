-- takes: observation.evidence_row, registry.indicator, registry.entity
-- The same thing in the evidence of two members, one row per thing and pair of members. What is
-- counted is counted once; what is shared is added share by share; what is added up otherwise is
-- added twice, and an error (observation.key-in-two-members). Keys every member has by definition
-- (common, coverage, milestones, months) are no overlap.
with compared as (
  select code, position, kind, whole_position is not null as shared, value_position
  from registry.indicator
  where kind in ('DISTINCT', 'FLOW', 'STOCK') and date_position is distinct from key_positions[1]
),
rows as not materialized (
  select
    e.indicator, i.position, i.kind, i.shared, e.entity, if(i.shared, e.first_key, e.key) as thing,
    e.file, e.sheet, e.row_number, if(i.value_position is null, e.key_cell, e.cell) as cell,
    if(i.value_position is null, null, e.value) as value, e.whole
  from observation.evidence_row e
  join compared i on i.code = e.indicator
  where e.key <> ''
),
-- Most things are of one member; places are looked up for the others alone. Things are brought
-- together by their hash; whether they are the same is told when they are paired.
several as (
  select r.indicator, hash(r.thing) as mark
  from rows r
  join registry.entity n on n.code = r.entity
  group by r.indicator, mark
  having min(n.position) <> max(n.position)
),
placed as (
  select r.*
  from rows r
  join several s on s.indicator = r.indicator and s.mark = hash(r.thing)
),
things as (
  select
    indicator, thing, entity, any_value(position) as position, any_value(kind) as kind,
    any_value(shared) as shared,
    min({'sheet': sheet, 'row_number': row_number, 'cell': cell, 'file': file}) as place,
    sum(value)::decimal(38, 6) as value, max(whole) as whole
  from placed
  group by indicator, thing, entity
)
select
  a.indicator,
  case when a.kind = 'DISTINCT' then 'once' when a.shared then 'shares' else 'added' end as counted,
  replace(a.thing, chr(31), '／') as thing,
  a.entity, a.place.file, a.place.sheet, a.place.cell, a.value,
  b.entity as other_entity, b.place.file as other_file, b.place.sheet as other_sheet,
  b.place.cell as other_cell, b.value as other_value,
  a.whole
from things a
join things b on b.indicator = a.indicator and b.thing = a.thing
join registry.entity p on p.code = a.entity
join registry.entity q on q.code = b.entity and q.position > p.position
order by a.position, a.thing, p.position, q.position

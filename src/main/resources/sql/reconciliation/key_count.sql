-- takes: observation.evidence_row, registry.indicator, registry.reporter
-- One row per indicator that is counted from keys: how many keys, over entities by the kind's rule
-- (union, or for common the keys every reporter has).
with keys as (
  select e.indicator, e.key, count(distinct e.entity) as entities
  from observation.evidence_row e
  where e.key <> '' and e.known
  group by e.indicator, e.key
),
reporters as (
  select indicator, count(*) as entities from registry.reporter group by indicator
)
select
  k.indicator,
  case i.kind
    when 'COMMON' then count(*) filter (k.entities = r.entities)
    else count(*)
  end as keys
from keys k
join registry.indicator i on i.code = k.indicator
join reporters r on r.indicator = k.indicator
where i.kind in ('DISTINCT', 'COMMON', 'COVERAGE')
group by k.indicator, i.kind
order by k.indicator

-- takes: reconciliation.contribution, registry.indicator, registry.reporter
-- One row per indicator that is counted from keys: how many keys, over entities by the kind's rule
-- (union; for common the keys every reporter has; for a milestone the deliverables every reporter has
-- delivered).
with keys as (
  select indicator, key, count(distinct entity) as entities
  from reconciliation.contribution
  where counted
  group by indicator, key
),
reporters as (
  select indicator, count(*) as entities from registry.reporter group by indicator
)
select
  k.indicator,
  case i.kind
    when 'COMMON' then count(*) filter (k.entities = r.entities)
    when 'MILESTONE' then count(*) filter (k.entities = r.entities)
    else count(*)
  end as keys
from keys k
join registry.indicator i on i.code = k.indicator
join reporters r on r.indicator = k.indicator
where i.kind in ('DISTINCT', 'COMMON', 'COVERAGE', 'MILESTONE')
group by k.indicator, i.kind
order by k.indicator

-- takes: reconciliation.contribution, registry.indicator, registry.reporter
-- One row per indicator that is counted from keys: how many keys, over entities by the kind's rule
-- (union; for common the keys every reporter has; for a milestone the deliverables every reporter has
-- delivered).
with reporters as (
  select indicator, count(*) as entities from registry.reporter group by indicator
),
united as (
  select c.indicator, count(distinct c.key) as keys
  from reconciliation.contribution c
  join registry.indicator i on i.code = c.indicator
  where c.counted and i.kind in ('DISTINCT', 'COVERAGE')
  group by c.indicator
),
holders as (
  select c.indicator, c.key, count(distinct c.entity) as entities
  from reconciliation.contribution c
  join registry.indicator i on i.code = c.indicator
  where c.counted and i.kind in ('COMMON', 'MILESTONE')
  group by c.indicator, c.key
)
from united
union all
select h.indicator, count(*) filter (h.entities = r.entities)
from holders h
join reporters r on r.indicator = h.indicator
group by h.indicator
order by indicator

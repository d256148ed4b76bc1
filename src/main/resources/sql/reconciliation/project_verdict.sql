-- takes: reconciliation.verdict, registry.indicator, registry.project
-- One row per project: completed when all its committed indicators are met or exceeded; else the
-- first that holds of missed, not reported, in doubt (reconciliation.ProjectVerdict). A completed one
-- is exceeded when a committed indicator is; an aspiration missed blocks nothing, and is told.
with outcomes as (
  select i.project, coalesce(i.firmness = 'COMMITTED', false) as committed, v.outcome
  from registry.indicator i
  join reconciliation.verdict v on v.indicator = i.code
),
verdicts as (
  select
    p.number,
    case
      when bool_or(o.outcome = 'MISSED') filter (o.committed) then 'MISSED'
      when bool_or(o.outcome = 'NOT_REPORTED') filter (o.committed) then 'NOT_REPORTED'
      when bool_or(o.outcome = 'IN_DOUBT') filter (o.committed) then 'IN_DOUBT'
      when bool_and(o.outcome in ('MET', 'EXCEEDED')) filter (o.committed) then 'COMPLETED'
    end as verdict,
    bool_or(o.outcome = 'EXCEEDED') filter (o.committed) as beyond,
    bool_or(o.outcome = 'ASPIRATION_MISSED') as aspiration_missed
  from registry.project p
  join outcomes o on o.project = p.number
  group by p.number
  having bool_or(o.committed)
)
select number, verdict, verdict = 'COMPLETED' and beyond as exceeded, aspiration_missed
from verdicts
order by number

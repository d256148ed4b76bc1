-- takes: reconciliation.verdict, registry.indicator, registry.project
-- One row per project: completed when all its committed indicators are met or exceeded; else the
-- first that holds of missed, not reported, in doubt (reconciliation.ProjectVerdict).
select
  p.number,
  case
    when bool_or(v.outcome = 'MISSED') then 'MISSED'
    when bool_or(v.outcome = 'NOT_REPORTED') then 'NOT_REPORTED'
    when bool_or(v.outcome = 'IN_DOUBT') then 'IN_DOUBT'
    when bool_and(v.outcome in ('MET', 'EXCEEDED')) then 'COMPLETED'
  end as verdict
from registry.project p
join registry.indicator i on i.project = p.number and i.firmness = 'COMMITTED'
join reconciliation.verdict v on v.indicator = i.code
group by p.number
order by p.number

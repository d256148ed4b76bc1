-- takes: observation.member_value, registry.indicator, registry.reporter
-- One row per indicator: who had to report and who did. A ratio needs all reporters of both its
-- sides. 不适用 is an answer: the member has reported.
with sides as (
  select code as indicator, code as side from registry.indicator where kind <> 'RATIO'
  union all
  select code, numerator from registry.indicator where kind = 'RATIO'
  union all
  select code, denominator from registry.indicator where kind = 'RATIO'
),
reporters as (
  select
    s.indicator, r.entity, min(r.position) as position,
    bool_and(coalesce(v.state, 'missing') <> 'missing') as reported
  from sides s
  join registry.reporter r on r.indicator = s.side
  left join observation.member_value v on v.indicator = s.side and v.entity = r.entity
  group by s.indicator, r.entity
)
select
  indicator,
  list(entity order by position) as required,
  coalesce(list(entity order by position) filter (reported), []) as reported,
  coalesce(list(entity order by position) filter (not reported), []) as missing
from reporters
group by indicator
order by indicator

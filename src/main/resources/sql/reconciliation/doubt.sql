-- takes: observation.finding, registry.indicator, registry.reporter
-- The indicators an open finding of weight 强制 or 核实 touches: those it names; where it names none,
-- all its member reports. A ratio is touched with either of its sides.
with touched as (
  select unnest(indicators) as indicator
  from observation.finding
  where severity in ('ERROR', 'VERIFY')
  union
  select r.indicator
  from observation.finding f
  join registry.reporter r on r.entity = f.entity
  where f.severity in ('ERROR', 'VERIFY') and len(f.indicators) = 0
)
select indicator from touched
union
select i.code
from registry.indicator i
join touched t on t.indicator in (i.numerator, i.denominator)
order by indicator

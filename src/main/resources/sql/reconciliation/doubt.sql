-- takes: observation.resolved_finding, registry.indicator, registry.reporter
-- The indicators an open finding of weight 强制 or 核实 touches: those it names; where it names none,
-- all its member reports. A ratio is touched with either of its sides. What was explained or waived
-- touches nothing.
with standing as (
  select distinct entity, indicators
  from observation.resolved_finding
  where resolution = 'open' and severity in ('ERROR', 'VERIFY')
),
touched as (
  select unnest(indicators) as indicator
  from standing
  union
  select r.indicator
  from standing f
  join registry.reporter r on r.entity = f.entity
  where len(f.indicators) = 0
)
select indicator from touched
union
select i.code
from registry.indicator i
join touched t on t.indicator in (i.numerator, i.denominator)
order by indicator

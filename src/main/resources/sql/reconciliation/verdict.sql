-- takes: reconciliation.actual, reconciliation.coverage, reconciliation.doubt, registry.indicator
-- One row per indicator: its outcome, taken on exact values (macro compared). What is missing comes
-- first, then what is in doubt.
select
  i.code as indicator,
  case
    when len(c.missing) > 0 or (a.numerator is null and i.kind <> 'NARRATIVE') then 'NOT_REPORTED'
    when i.code in (select indicator from reconciliation.doubt) then 'IN_DOUBT'
    when i.comparator is null then 'NO_TARGET'
    else compared(i.comparator, i.firmness, i.target, a.numerator, a.denominator, a.whole)
  end as outcome
from registry.indicator i
join reconciliation.actual a on a.indicator = i.code
join reconciliation.coverage c on c.indicator = i.code
order by i.position

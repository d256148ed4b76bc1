-- takes: reconciliation.actual, reconciliation.coverage, reconciliation.doubt, registry.indicator
-- One row per indicator: its outcome, taken on exact values. A ratio is compared by multiplying the
-- target with its denominator, never by dividing.
with compared as (
  select
    i.*, a.numerator as value, a.denominator as per, a.whole, c.missing,
    -- Six decimals times six: exact in decimal(38, 12). What does not fit is null, and in doubt by
    -- observation.beyond-measure.
    try(a.numerator::decimal(38, 12)) as left_side,
    try(i.target::decimal(18, 6) * a.denominator::decimal(20, 6)) as right_side,
    i.code in (select indicator from reconciliation.doubt) as doubted
  from registry.indicator i
  join reconciliation.actual a on a.indicator = i.code
  join reconciliation.coverage c on c.indicator = i.code
),
judged as (
  select
    *,
    case comparator
      when 'AT_LEAST' then left_side >= right_side
      when 'RAISED_TO' then left_side >= right_side
      when 'MORE_THAN' then left_side > right_side
      when 'AT_MOST' then left_side <= right_side
      when 'ALL' then value = whole and whole > 0
      when 'DONE' then value = whole and whole > 0
    end as reached,
    case comparator
      when 'AT_LEAST' then left_side > right_side
      when 'MORE_THAN' then left_side > right_side
      when 'AT_MOST' then left_side < right_side
      else false
    end as surpassed
  from compared
)
select
  code as indicator,
  case
    when len(missing) > 0 or (value is null and kind <> 'NARRATIVE') then 'NOT_REPORTED'
    when doubted then 'IN_DOUBT'
    when comparator is null then 'NO_TARGET'
    when surpassed then 'EXCEEDED'
    when reached then 'MET'
    when firmness = 'ASPIRED' then 'ASPIRATION_MISSED'
    else 'MISSED'
  end as outcome
from judged
order by position

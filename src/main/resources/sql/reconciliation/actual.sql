-- takes: reconciliation.total, reconciliation.coverage, registry.indicator, registry.reference
-- One row per indicator: its exact value as a fraction (the denominator is 1 but for a ratio), null
-- where a required reporter is missing: never a smaller sum, a larger intersection, a nicer maximum.
-- `whole` is how many there are in all: of the reference list, of the deliverables.
with wholes as (
  select
    i.code as indicator,
    case i.kind
      when 'COVERAGE' then (select count(*) from registry.reference n where n.list = i.reference)
      when 'MILESTONE' then len(i.deliverables)
    end::decimal(38, 6) as whole
  from registry.indicator i
)
select
  i.code as indicator,
  case when len(c.missing) = 0 and (i.kind <> 'RATIO' or d.total <> 0)
    then if(i.kind = 'RATIO', n.total, t.total) end as numerator,
  case when len(c.missing) = 0 and (i.kind <> 'RATIO' or d.total <> 0)
    then if(i.kind = 'RATIO', d.total, 1) end::decimal(38, 6) as denominator,
  w.whole
from registry.indicator i
join reconciliation.coverage c on c.indicator = i.code
join wholes w on w.indicator = i.code
left join reconciliation.total t on t.indicator = i.code
left join reconciliation.total n on n.indicator = i.numerator
left join reconciliation.total d on d.indicator = i.denominator
order by i.position

-- takes: observation.member_value, reconciliation.key_count, registry.indicator
-- One row per indicator but the ratios: its value over all entities. A member that is missing is
-- the business of reconciliation.actual.
select
  i.code as indicator,
  case
    when i.kind in ('FLOW', 'STOCK') then sum(v.value)
    when i.kind = 'DURATION' then max(v.value)
    when i.kind in ('DISTINCT', 'COMMON', 'COVERAGE', 'MILESTONE') then coalesce(any_value(k.keys), 0)
  end::decimal(38, 6) as total
from registry.indicator i
join observation.member_value v on v.indicator = i.code
left join reconciliation.key_count k on k.indicator = i.code
where i.kind <> 'RATIO'
group by i.code, i.kind
order by i.code

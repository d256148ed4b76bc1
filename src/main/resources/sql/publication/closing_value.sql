-- takes: observation.member_value, reconciliation.reconciled_indicator
-- The closing value of every stock per member: what sealing turns into next year's opening values.
select v.indicator, v.entity, i.unit, v.value
from observation.member_value v
join reconciliation.reconciled_indicator i on i.indicator = v.indicator
where upper(i.kind) = 'STOCK' and v.state = 'reported' and v.value is not null
order by v.indicator, v.entity

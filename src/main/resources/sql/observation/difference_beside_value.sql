-- takes: registry.difference, registry.indicator, registry.entity, observation.member_value
-- Every entry of differences.yml, with the names of what it is on and the value of the member's file
-- in force; null where that has none.
select
  d.*, i.name as indicator_name, i.unit, e.name as entity_name, v.value
from registry.difference d
join registry.indicator i on i.code = d.indicator
join registry.entity e on e.code = d.entity
left join observation.member_value v on v.indicator = d.indicator and v.entity = d.entity
order by d.position

-- takes: registry.difference, registry.indicator, observation.member_value
-- Every entry of differences.yml beside what the member's file in force says: what the annex, the
-- summary and the data tell.
select
  d.position, d.indicator, i.name, i.unit, d.entity, d.sent_value, d.sent_source, d.other_value,
  d.other_source, d.cause, if(d.settled, 'settled', 'open') as status, d.agreed_value,
  d.first_signatory, d.first_signed_on::varchar as first_signed_on, d.second_signatory,
  d.second_signed_on::varchar as second_signed_on, v.value::decimal(38, 6) as value_in_force
from registry.difference d
join registry.indicator i on i.code = d.indicator
left join observation.member_value v on v.indicator = d.indicator and v.entity = d.entity
order by d.position

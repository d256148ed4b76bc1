-- takes: observation.difference_beside_value
-- Every entry of differences.yml beside what the member's file in force says: what the annex, the
-- summary and the data tell.
select
  position, indicator, indicator_name as name, unit, entity, sent_value, sent_source, other_value,
  other_source, cause, if(settled, 'settled', 'open') as status, agreed_value,
  first_signatory, first_signed_on::varchar as first_signed_on, second_signatory,
  second_signed_on::varchar as second_signed_on, value::decimal(38, 6) as value_in_force
from observation.difference_beside_value
order by position

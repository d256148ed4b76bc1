-- code: observation.difference-open
-- severity: error
-- when: a difference between what a member sent and another figure is not settled
-- missing: where the member sent another value since it was written down, it is left to observation.difference-outdated
-- message: {file}第{cell}行的差异尚未了结：{entity_name}报送的“{indicator_name}”为{found}{unit}，{other_source}为{expected}{unit}。请双方议定并签署后改为settled，或由{entity_name}更正后重新报送。
-- alone: 差异说明涉及秘书处和公布的数，单独核对一个文件时不检查。
select
  null as entity, definition as file, null as sheet, line::varchar as cell,
  plain(sent_value) as found, plain(other_value) as expected, plain(other_value - sent_value) as difference, unit,
  [indicator] as indicators, indicator_name, entity_name, other_source
from observation.difference_beside_value
where not settled and value is not distinct from sent_value
order by position

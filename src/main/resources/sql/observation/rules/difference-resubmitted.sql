-- code: observation.difference-resubmitted
-- severity: note
-- when: a member sent the value that was agreed on
-- missing: nothing has to be done
-- message: {file}第{cell}行的差异已由{entity_name}按议定的数重新报送，“{indicator_name}”现为{found}{unit}。
-- alone: 差异说明涉及秘书处和公布的数，单独核对一个文件时不检查。
select
  null as entity, definition as file, null as sheet, line::varchar as cell,
  plain(value) as found, plain(agreed_value) as expected, plain(null::decimal(18, 6)) as difference, unit,
  [indicator] as indicators, indicator_name, entity_name, other_source
from observation.difference_beside_value
where settled and value = agreed_value and value <> sent_value
order by position

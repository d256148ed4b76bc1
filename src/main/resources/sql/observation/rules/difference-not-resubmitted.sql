-- code: observation.difference-not-resubmitted
-- severity: verify
-- when: a settled difference agreed on another value than the member sent, and the member has not sent it
-- missing: a value nobody agreed on is left to observation.difference-open
-- message: {file}第{cell}行的差异已议定为{expected}{unit}，而{entity_name}报送的“{indicator_name}”仍为{found}{unit}。议定的数不会代替报送的数，请{entity_name}按议定的数重新报送。
-- alone: 差异说明涉及秘书处和公布的数，单独核对一个文件时不检查。
select
  entity, definition as file, null as sheet, line::varchar as cell,
  plain(value) as found, plain(agreed_value) as expected, plain(agreed_value - value) as difference, unit,
  [indicator] as indicators, indicator_name, entity_name, other_source
from observation.difference_beside_value
where settled and value = sent_value and agreed_value <> sent_value
order by position

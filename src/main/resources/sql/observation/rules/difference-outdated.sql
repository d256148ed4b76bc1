-- code: observation.difference-outdated
-- severity: error
-- when: a member sent another value since its difference was written down, and not the agreed one
-- missing: a member without a value differs from what it sent; while the note is not settled this speaks in place of observation.difference-open, and blocks as that does
-- message: {file}第{cell}行写明{entity_name}报送的“{indicator_name}”为{expected}{unit}，与现在采用的报送文件不同，请核对后改写或删去这一条。
-- alone: 差异说明涉及秘书处和公布的数，单独核对一个文件时不检查。
select
  null as entity, definition as file, null as sheet, line::varchar as cell,
  plain(value) as found, plain(sent_value) as expected, plain(sent_value - value) as difference, unit,
  [indicator] as indicators, indicator_name, entity_name, other_source
from observation.difference_beside_value
where value is distinct from sent_value and not coalesce(settled and value = agreed_value, false)
order by position

-- code: observation.difference-outdated
-- severity: verify
-- when: a member sent another value since its difference was written down, and not the agreed one
-- missing: a member without a value differs from what it sent
-- message: {file}第{cell}行写明{entity_name}报送的“{indicator_name}”为{expected}{unit}，与现在采用的报送文件不同，请核对后改写或删去这一条。
-- alone: 差异说明涉及秘书处和公布的数，单独核对一个文件时不检查。
select
  d.entity as entity, d.definition as file, null as sheet, d.line::varchar as cell,
  plain(v.value) as found, plain(d.sent_value) as expected, plain(d.sent_value - v.value) as difference, i.unit,
  [d.indicator] as indicators, i.name as indicator_name, e.name as entity_name, d.other_source
from registry.difference d
join registry.indicator i on i.code = d.indicator
join registry.entity e on e.code = d.entity
left join observation.member_value v on v.indicator = d.indicator and v.entity = d.entity
where v.value is distinct from d.sent_value and not coalesce(d.settled and v.value = d.agreed_value, false)
order by d.position

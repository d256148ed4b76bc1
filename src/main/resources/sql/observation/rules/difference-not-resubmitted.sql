-- code: observation.difference-not-resubmitted
-- severity: verify
-- when: a settled difference agreed on another value than the member sent, and the member has not sent it
-- missing: a value nobody agreed on is left to observation.difference-open
-- message: {file}第{cell}行的差异已议定为{expected}{unit}，而{entity_name}报送的“{indicator_name}”仍为{found}{unit}。议定的数不会代替报送的数，请{entity_name}按议定的数重新报送。
-- alone: 差异说明涉及秘书处和公布的数，单独核对一个文件时不检查。
select
  d.entity as entity, d.definition as file, null as sheet, d.line::varchar as cell,
  plain(v.value) as found, plain(d.agreed_value) as expected, plain(d.agreed_value - v.value) as difference, i.unit,
  [d.indicator] as indicators, i.name as indicator_name, e.name as entity_name, d.other_source
from registry.difference d
join registry.indicator i on i.code = d.indicator
join registry.entity e on e.code = d.entity
left join observation.member_value v on v.indicator = d.indicator and v.entity = d.entity
where d.settled and v.value = d.sent_value and d.agreed_value <> d.sent_value
order by d.position

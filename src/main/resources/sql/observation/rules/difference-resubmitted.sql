-- code: observation.difference-resubmitted
-- severity: note
-- when: a member sent the value that was agreed on
-- missing: nothing has to be done
-- message: {file}第{cell}行的差异已由{entity_name}按议定的数重新报送，“{indicator_name}”现为{found}{unit}。
-- alone: 差异说明涉及秘书处和公布的数，单独核对一个文件时不检查。
select
  null as entity, d.definition as file, null as sheet, d.line::varchar as cell,
  plain(v.value) as found, plain(d.agreed_value) as expected, plain(null::decimal(18, 6)) as difference, i.unit,
  [d.indicator] as indicators, i.name as indicator_name, e.name as entity_name, d.other_source
from registry.difference d
join registry.indicator i on i.code = d.indicator
join registry.entity e on e.code = d.entity
left join observation.member_value v on v.indicator = d.indicator and v.entity = d.entity
where d.settled and v.value = d.agreed_value and v.value <> d.sent_value
order by d.position

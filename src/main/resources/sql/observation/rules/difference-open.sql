-- code: observation.difference-open
-- severity: error
-- when: a difference between what a member sent and another figure is not settled
-- missing: it blocks whatever the member sent since
-- message: {file}第{cell}行的差异尚未了结：{entity_name}报送的“{indicator_name}”为{found}{unit}，{other_source}为{expected}{unit}。请双方议定并签署后改为settled，或由{entity_name}更正后重新报送。
-- alone: 差异说明涉及秘书处和公布的数，单独核对一个文件时不检查。
select
  null as entity, d.definition as file, null as sheet, d.line::varchar as cell,
  plain(d.sent_value) as found, plain(d.other_value) as expected, plain(d.other_value - d.sent_value) as difference, i.unit,
  [d.indicator] as indicators, i.name as indicator_name, e.name as entity_name, d.other_source
from registry.difference d
join registry.indicator i on i.code = d.indicator
join registry.entity e on e.code = d.entity
left join observation.member_value v on v.indicator = d.indicator and v.entity = d.entity
where not d.settled
order by d.position

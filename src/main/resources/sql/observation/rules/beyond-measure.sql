-- code: observation.beyond-measure
-- severity: error
-- when: a member's total reaches 10^12
-- missing: only figures are examined
-- message: “{indicator_name}”合计{found}{unit}，达到1万亿，超出任何一项实事的规模，请核对单位和位数。
select
  v.entity, v.file, v.sheet, v.cell, plain(v.value) as found, '小于1万亿' as expected,
  null as difference, i.unit, [v.indicator] as indicators, i.name as indicator_name
from observation.member_value v
join registry.indicator i on i.code = v.indicator
where v.value >= 1000000000000
order by v.entity, i.position

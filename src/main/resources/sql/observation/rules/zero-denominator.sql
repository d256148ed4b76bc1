-- code: observation.zero-denominator
-- severity: error
-- when: the denominator of a ratio is zero over all members
-- missing: a denominator somebody has yet to report, or whose figure cannot be read, is left to other rules
-- message: “{indicator_name}”的分母“{denominator_name}”合计为0，无法计算比值，请核对各地填报数。
-- alone: 比值的分母是其他成员与本单位之和，单独核对一个文件时不检查。
select
  null as entity, null as file, null as sheet, null as cell, '0' as found, '大于0' as expected,
  null as difference, d.unit, [i.code, d.code] as indicators,
  i.name as indicator_name, d.name as denominator_name
from registry.indicator i
join registry.indicator d on d.code = i.denominator
join observation.member_value v on v.indicator = d.code
group by i.position, i.code, i.name, d.code, d.name, d.unit
having sum(v.value) = 0 and bool_and(v.state <> 'missing')
order by i.position

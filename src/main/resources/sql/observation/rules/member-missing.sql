-- code: observation.member-missing
-- severity: error
-- when: a member has no submission in force
-- missing: this rule is about what is missing
-- message: 未收到{member}的报送文件，其承担的指标一律按未报送处理，请催报。
-- alone: 是否有成员未报送，要看其他成员的报送，单独核对一个文件时不检查。
select
  e.code as entity, null as file, null as sheet, null as cell,
  '未报送' as found, '一份有效的报送文件' as expected, null as difference, null as unit,
  list(r.indicator order by r.indicator) as indicators,
  e.name as member
from registry.entity e
join registry.reporter r on r.entity = e.code
where e.code not in (select entity from submission.in_force)
group by e.position, e.code, e.name
order by e.position

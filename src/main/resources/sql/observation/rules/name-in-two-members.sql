-- code: observation.name-in-two-members
-- severity: note
-- when: two members give the same name for a thing that is counted once over all members
-- missing: rows without a key are not examined; codes are left to observation.code-in-two-members
-- message: {cell}的“{found}”在{other}的报送中也有（{other_cell}），合计只算一个；如是同名的两个，请在名称中写明所在地以示区别。
-- alone: 名称是否与其他成员相同，要与其他成员的报送对照，单独核对一个文件时不检查。
select
  a.entity, a.file, a.sheet, a.key_cell as cell, replace(a.key, chr(31), '／') as found,
  null as expected, null as difference, null as unit,
  list(distinct a.indicator order by a.indicator) as indicators,
  o.name as other, b.sheet || '!' || b.key_cell as other_cell
from observation.evidence_row a
join registry.indicator i
  on i.code = a.indicator and i.kind = 'DISTINCT' and i.key_normalisations <> ['CODE']
join observation.evidence_row b
  on b.indicator = a.indicator and b.key = a.key and b.entity > a.entity
join registry.entity o on o.code = b.entity
where a.key <> '' and i.reference is null
group by a.entity, a.file, a.sheet, a.row_number, a.key_cell, a.key, o.name, b.sheet, b.key_cell
order by a.entity, a.sheet, a.row_number, b.sheet, b.key_cell

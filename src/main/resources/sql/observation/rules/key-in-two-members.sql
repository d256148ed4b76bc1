-- code: observation.key-in-two-members
-- severity: error
-- when: two members give the same thing, and its amounts are added up
-- missing: rows whose key is missing or cannot be read are not examined
-- message: {cell}的“{found}”在{other}的报送中也有（{other_cell}），按数量相加会重复计算，请双方商定由谁填报或各填份额。
-- alone: 同一事项是否重复填报，要与其他成员的报送对照，单独核对一个文件时不检查。
select
  a.entity, a.file, a.sheet, a.key_cell as cell, replace(a.key, chr(31), '／') as found,
  '只由一方填报' as expected, null as difference, null as unit,
  list(distinct a.indicator order by a.indicator) as indicators,
  o.name as other, b.sheet || '!' || b.key_cell as other_cell
from observation.evidence_row a
join registry.indicator i on i.code = a.indicator and i.kind in ('FLOW', 'STOCK')
join observation.evidence_row b
  on b.indicator = a.indicator and b.key = a.key and b.entity > a.entity
join registry.entity o on o.code = b.entity
where
  a.key <> '' and a.key_read and b.key_read and i.whole_position is null
  -- A key that is only a month or a day names no thing: every member has the same.
  and i.date_position is distinct from i.key_positions[1]
group by a.entity, a.file, a.sheet, a.row_number, a.key_cell, a.key, o.name, b.sheet, b.key_cell
order by a.entity, a.sheet, a.row_number, b.sheet, b.key_cell

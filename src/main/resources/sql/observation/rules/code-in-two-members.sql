-- code: observation.code-in-two-members
-- severity: verify
-- when: two members give the same code for a thing that is counted once over all members
-- missing: rows whose key is missing or cannot be read are not examined; names may be shared, as a route through two provinces is
-- message: {cell}的编码“{found}”在{other}的报送中也有（{other_cell}），合计只算一个。编码应当各不相同：填错的请更正，确为同一事项的，请在该行“说明”栏写明。
-- alone: 编码是否与其他成员相同，要与其他成员的报送对照，单独核对一个文件时不检查。
select
  a.entity, a.file, a.sheet, a.key_cell as cell, a.key as found, '各方编码不相同' as expected,
  null as difference, null as unit, list(distinct a.indicator order by a.indicator) as indicators,
  o.name as other, b.sheet || '!' || b.key_cell as other_cell
from observation.evidence_row a
join registry.indicator i
  on i.code = a.indicator and i.kind = 'DISTINCT' and i.key_normalisations = ['CODE']
join observation.evidence_row b
  on b.indicator = a.indicator and b.key = a.key and b.entity <> a.entity
join registry.entity o on o.code = b.entity
where a.key <> '' and a.key_read and b.key_read
group by a.entity, a.file, a.sheet, a.row_number, a.key_cell, a.key, o.name, b.sheet, b.key_cell
order by a.entity, a.sheet, a.row_number, b.sheet, b.key_cell

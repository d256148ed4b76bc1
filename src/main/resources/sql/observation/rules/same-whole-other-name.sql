-- code: observation.same-whole-other-name
-- severity: verify
-- when: two members report a shared thing under different names with the same whole, each in full: the natural double count
-- missing: rows without a whole or a share are left to other rules
-- message: {cell}的“{found}”与{other}的“{other_name}”（{other_cell}）全长（总量）都是{whole}{unit}，又都按全长填报，疑为同一事项而名称不同：是的，请统一名称并各填份额；不是的，请在该行“说明”栏写明。
-- alone: 是否有同一事项用了不同名称，要与其他成员的报送对照，单独核对一个文件时不检查。
select
  a.entity, a.file, a.sheet, a.key_cell as cell, a.first_key as found, b.first_key as expected,
  null as difference, i.unit, list(distinct a.indicator order by a.indicator) as indicators,
  o.name as other, b.first_key as other_name, b.sheet || '!' || b.key_cell as other_cell,
  plain(a.whole) as whole
from observation.evidence_row a
join registry.indicator i on i.code = a.indicator
join observation.evidence_row b
  on b.indicator = a.indicator and b.entity > a.entity and b.whole = a.whole
  and b.first_key <> a.first_key
join registry.entity o on o.code = b.entity
where a.whole > 0 and a.value = a.whole and b.value = b.whole
group by all
order by a.entity, a.sheet, a.key_cell, other_cell

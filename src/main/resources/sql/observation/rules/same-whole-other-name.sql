-- code: observation.same-whole-other-name
-- severity: verify
-- when: a shared thing stands under two names, each with shares that make up its whole, so that it may be counted twice: the same whole given by different members, or names that differ only in how a line is called (blanks, brackets, 高铁, 铁路, 城际, 二号线)
-- missing: things without a whole or with shares that do not make it up are left to other rules
-- message: {cell}的“{found}”（{whole}{unit}）与{other}的“{other_name}”（{other_cell}，{other_whole}{unit}）{alike}，又都按全长（总量）填报，可能同一线路而名称不同，现计了两次：是的，请统一名称并各填份额；不是的，请在该行“说明”栏写明。
-- alone: 是否有同一事项用了不同名称，要与其他成员的报送对照，单独核对一个文件时不检查。
select
  a.entities[1] as entity, a.file, a.sheet, a.key_cell as cell, a.first_key as found,
  b.first_key as expected, null as difference, i.unit, [a.indicator] as indicators,
  o.name as other, b.first_key as other_name, b.sheet || '!' || b.key_cell as other_cell,
  plain(a.whole) as whole, plain(b.whole) as other_whole,
  if(a.stem = b.stem, '名称相近', '全长（总量）相同') as alike
from observation.shared_thing a
join observation.shared_thing b
  on b.indicator = a.indicator
  and (b.entities[1], b.first_key) > (a.entities[1], a.first_key)
join registry.indicator i on i.code = a.indicator
join registry.entity o on o.code = b.entities[1]
where
  a.whole > 0 and a.shares = a.whole and b.shares = b.whole
  and (a.stem = b.stem or (a.whole = b.whole and not list_has_any(a.entities, b.entities)))
order by a.indicator, entity, found, other_name

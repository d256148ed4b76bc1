-- code: observation.similar-name
-- severity: note
-- when: two names of shared things differ only in how a line is called (blanks, brackets, 高铁, 铁路, 城际, 二号线); nothing is counted as one
-- missing: where both are given in full, observation.same-whole-other-name asks to verify
-- message: {cell}的“{found}”与{other}的“{other_name}”（{other_cell}）名称相近，可能同一线路；现按两个名称分别计算，没有合并。同一线路的，请各方统一名称；不是的不必处理。
-- alone: 名称是否与其他成员的相近，要与其他成员的报送对照，单独核对一个文件时不检查。
select
  a.entities[1] as entity, a.file, a.sheet, a.key_cell as cell, a.first_key as found,
  b.first_key as expected, null as difference, null as unit, [a.indicator] as indicators,
  o.name as other, b.first_key as other_name, b.sheet || '!' || b.key_cell as other_cell
from observation.shared_thing a
join observation.shared_thing b
  on b.indicator = a.indicator and b.stem = a.stem
  and (b.entities[1], b.first_key) > (a.entities[1], a.first_key)
join registry.entity o on o.code = b.entities[1]
where
  not coalesce(
    a.whole > 0 and b.whole > 0 and a.shares = a.whole and b.shares = b.whole, false
  )
order by a.indicator, entity, found, other_name

-- code: observation.name-in-two-members
-- severity: note
-- when: two members give the same names for things that are counted once over all members; told once per sheet, with the cells
-- missing: rows whose key is missing or cannot be read are not examined; codes are left to observation.code-in-two-members
-- message: “{sheet}”中有{found}项与{other}所报同名（{cells}），合计各只算一个。如是同名的不同事项，请在名称中写明所在地以示区别。
-- alone: 名称是否与其他成员相同，要与其他成员的报送对照，单独核对一个文件时不检查。
with shared as (
  select
    a.entity, a.file, a.sheet, a.row_number, a.key_cell, b.entity as other,
    list(distinct a.indicator) as indicators
  from observation.evidence_row a
  join registry.indicator i
    on i.code = a.indicator and i.kind = 'DISTINCT' and i.key_normalisations <> ['CODE']
  join observation.evidence_row b
    on b.indicator = a.indicator and b.key = a.key and b.entity > a.entity
  where a.key <> '' and a.key_read and b.key_read and i.reference is null
  group by a.entity, a.file, a.sheet, a.row_number, a.key_cell, b.entity
)
select
  s.entity, s.file, s.sheet, arg_min(s.key_cell, s.row_number) as cell,
  count(*)::varchar as found, null as expected, null as difference, null as unit,
  list_sort(list_distinct(flatten(list(s.indicators)))) as indicators, o.name as other,
  array_to_string(list(s.key_cell order by s.row_number)[:20], '、')
    || if(count(*) > 20, '等', '') as cells
from shared s
join registry.entity o on o.code = s.other
group by s.entity, s.file, s.sheet, s.other, o.name
order by s.entity, s.sheet, s.other

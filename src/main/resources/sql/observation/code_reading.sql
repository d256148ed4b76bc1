-- takes: observation.written_cell, registry.reference
-- How a text in a column of listed names is read: one row per distinct text and list. A name short
-- of 市 or 省, led by its province, or given as a code of other length is the listed one where it
-- can be no other. A name that merely looks alike is proposed, never taken.
with written as (
  select distinct text, list, upper(without_blanks(half_width(text))) as narrow
  from observation.written_cell
  where type = 'CODE'
),
names as (
  select
    list, code, name, upper(normalised(name, 'NAME')) as whole,
    if(starts_with(list, 'regions'), regexp_replace(normalised(name, 'NAME'), '(市|省|自治区)$', ''), null) as short
  from registry.reference
),
led as (
  select n.list, n.code, n.name, n.whole, n.short, p.whole as province, p.short as short_province
  from names n
  join names p on p.list = 'regions/province' and left(p.code, 2) = left(n.code, 2)
  where starts_with(n.list, 'regions') and n.code <> p.code
),
aliases as (
  select list, code, name, unnest([whole, upper(code)]) as alias, '空格、全角字符或大小写' as how from names
  union
  select list, code, name, short, '简称' from names where length(short) > 1
  union
  select
    list, code, name,
    unnest([province || whole, province || short, short_province || whole, short_province || short]),
    '省名'
  from led
  union
  select
    list, code, name, unnest([left(code, 4), code || '000', code || '000000']), '其他位数的代码'
  from names
  where starts_with(list, 'regions') and ends_with(code, '00')
  union
  select
    list, code, name, unnest([whole || '(' || code || ')', code || whole]), '代码和名称'
  from names
),
alike as (
  from (values
    ('毫', '亳'), ('豪', '亳'), ('洲', '州'), ('卅', '州'), ('胡', '湖'), ('巷', '港'), ('凌', '陵'), ('按', '安'),
    ('除', '滁'), ('徙', '徐'), ('徒', '徐'), ('蜂', '蚌'), ('阜', '埠'), ('埠', '阜'), ('瞿', '衢'), ('氺', '水'), ('偷', '渝'),
    ('宿千', '宿迁'), ('乌', '芜'), ('杨', '扬'), ('准', '淮'), ('塩', '盐'), ('维', '淮')
  ) as l(wrong, meant)
),
proposals as (
  select w.text, w.list, a.name
  from written w
  join alike l on contains(w.narrow, l.wrong)
  join aliases a on a.list = w.list and a.alias = replace(w.narrow, l.wrong, l.meant)
  union
  -- One character off among names of four and more.
  select w.text, w.list, n.name
  from written w
  join names n on n.list = w.list and length(n.whole) > 3 and levenshtein(n.whole, w.narrow) = 1
),
proposed as (
  select text, list, any_value(name) as name
  from proposals
  group by text, list
  having count(distinct name) = 1
),
read as (
  select w.text, w.list, any_value(a.name) as name, min(a.how) as how
  from written w
  join aliases a on a.list = w.list and a.alias = w.narrow
  group by w.text, w.list
  having count(distinct a.code) = 1
)
select
  w.text, w.list, r.name as canonical, r.how,
  case
    when r.name is not null then null
    when p.name is not null then '是否应为“' || p.name || '”'
    else '请从下拉列表中选择'
  end as hint
from written w
left join read r on r.text = w.text and r.list = w.list
left join proposed p on p.text = w.text and p.list = w.list
order by w.text, w.list

-- takes: observation.evidence_row, registry.indicator
-- One row per thing that members share: what their shares add up to, its whole, and by how much both
-- may differ because each share is given to the decimals of its unit. `stem` is what is left of its
-- name without what differs from writer to writer: half-width, without blanks, brackets and dashes,
-- 二号线 as 2号线, 地铁 and 轨道交通 before it and 高铁, 铁路, 城际 … behind it left out; 沪苏湖 of 沪苏湖高铁,
-- 沪—苏—湖铁路 and 沪苏湖铁路（上海段）. Two things of one stem may be one; it proves nothing.
with names as (
  select distinct first_key, without_blanks(half_width(first_key)) as name
  from observation.evidence_row
  where whole is not null
),
-- Step by step, a column each: macros within macros grow beyond what can be planned quickly.
numbered as (
  select *, regexp_extract(name, '([一二三四五六七八九十]+)号线', 1) as numeral from names
),
arabic as (
  select
    *,
    if(
      numeral <> '' and is_chinese_section(numeral),
      replace(name, numeral || '号线', chinese_section(numeral) || '号线'), name
    ) as plain_name
  from numbered
),
bare as (
  select
    first_key, regexp_replace(plain_name, '\([^)]*\)|^新建|[-‐–—－·~～、“”"]', '', 'g') as name
  from arabic
),
unserved as (
  select
    first_key,
    if(
      contains(name, '号线'),
      regexp_replace(name, '市?(城市)?(轨道交通|地铁|轨交|城轨|轻轨)', '', 'g'), name
    ) as name
  from bare
),
stems as (
  select
    first_key,
    regexp_extract(
      name,
      '^(.{2,}?)((城际|市域|市郊|高速|快速|客运)*(铁路|轨道交通|专线|客专|快线|线路|线|高铁|高速|城际|市域|市郊)|工程|项目|全线)*$',
      1
    ) as stem
  from unserved
)
select
  e.indicator, e.first_key, any_value(n.stem) as stem, sum(e.value)::decimal(38, 6) as shares,
  max(e.whole)::decimal(38, 6) as whole, list(distinct e.entity order by e.entity) as entities,
  (
    if(any_value(i.decimals) > 0, 5, 0) * count(*)
    * [1, 0.1, 0.01, 0.001, 0.0001, 0.00001, 0.000001, 0.0000001][any_value(i.decimals) + 2]
  )::decimal(38, 7) as rounding,
  arg_min(e.file, e.entity || lpad(e.row_number::varchar, 7, '0')) as file,
  arg_min(e.sheet, (e.entity, e.sheet, e.row_number)) as sheet,
  arg_min(e.key_cell, (e.entity, e.sheet, e.row_number)) as key_cell
from observation.evidence_row e
join registry.indicator i on i.code = e.indicator
left join stems n on n.first_key = e.first_key
where e.whole is not null
group by e.indicator, e.first_key
order by e.indicator, e.first_key

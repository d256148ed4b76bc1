-- code: observation.part-exceeds-whole
-- severity: error
-- when: in one row a part is larger than the whole beside it: a share than its 全长 (总量), a column 其中… than the column it is a part of
-- missing: rows where either is blank are not examined
-- message: {cell}的“{heading}”为{found}，大于同一行的“{whole_heading}”{expected}（{whole_cell}），部分不能大于总体，请核对。
with numbers as (
  select *, figure(text) as value, starts_with(heading, '其中') as is_part
  from observation.evidence_cell
  where type = 'NUMBER'
),
pairs as (
  select
    p.*, w.value as whole, w.heading as whole_heading, w.cell as whole_cell,
    row_number() over (
      partition by p.submission, p.sheet, p.row_number, p.position order by w.position desc
    ) as place
  from numbers p
  join numbers w
    on w.submission = p.submission and w.sheet = p.sheet and w.row_number = p.row_number
    and not w.is_part
  where p.is_part and w.position < p.position and w.unit = p.unit
  union all
  select distinct
    p.*, w.value, w.heading, w.cell, 1
  from numbers p
  join registry.indicator i on i.form = p.form and i.value_position = p.position
  join numbers w
    on w.submission = p.submission and w.sheet = p.sheet and w.row_number = p.row_number
    and w.position = i.whole_position
)
select
  p.entity, p.file, p.sheet, p.cell, plain(p.value) as found, plain(p.whole) as expected,
  plain(p.value - p.whole) as difference, p.unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = p.entity
   where i.form = p.form) as indicators,
  p.heading, p.whole_heading, p.whole_cell
from pairs p
where p.place = 1 and p.value > p.whole
order by p.entity, p.sheet, p.row_number, p.position

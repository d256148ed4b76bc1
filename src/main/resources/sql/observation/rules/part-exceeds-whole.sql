-- code: observation.part-exceeds-whole
-- severity: error
-- when: in one row a part is larger than the whole beside it: a share than its 全长 (总量), a column 其中… than the column it is a part of
-- missing: rows where either is blank are not examined
-- message: {cell}的“{heading}”为{found}，大于同一行的“{whole_heading}”{expected}（{whole_cell}），部分不能大于总体，请核对。
with parts as (
  select
    p.form, p.position, p.heading, p.unit, w.position as whole_position, w.heading as whole_heading
  from registry.form_column p
  join registry.form_column w
    on w.form = p.form and w.type = 'NUMBER' and w.position < p.position and w.unit = p.unit
    and not starts_with(w.heading, '其中')
  where p.type = 'NUMBER' and starts_with(p.heading, '其中')
  qualify row_number() over (partition by p.form, p.position order by w.position desc) = 1
  union
  select p.form, p.position, p.heading, p.unit, w.position, w.heading
  from registry.indicator i
  join registry.form_column p on p.form = i.form and p.position = i.value_position
  join registry.form_column w on w.form = i.form and w.position = i.whole_position
),
pairs as (
  select
    p.*, r.entity, r.file, r.sheet, r.row_number,
    r.columns[p.position] || r.row_number as cell,
    r.columns[p.whole_position] || r.row_number as whole_cell,
    figure(r.cells[p.position]) as value, figure(r.cells[p.whole_position]) as whole
  from observation.received_row r
  join parts p on p.form = r.form
  where can_read(r.told, [p.position, p.whole_position])
)
select
  p.entity, p.file, p.sheet, p.cell, plain(p.value) as found, plain(p.whole) as expected,
  plain(p.value - p.whole) as difference, p.unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = p.entity
   where i.form = p.form) as indicators,
  p.heading, p.whole_heading, p.whole_cell
from pairs p
where p.value > p.whole
order by p.entity, p.sheet, p.row_number, p.position

-- code: observation.read-leniently
-- severity: note
-- when: a text is not the plain form of a value, but can mean only one; it is read as that value
-- missing: blank cells, — and 无 are no values to be read
-- message: “{heading}”一栏{cell}填写的是“{found}”，已按“{expected}”读取（{how}）{extent}。请核对；下次请直接填写“{expected}”。
with places as (
  select
    c.*, f.entity, f.file, s.columns[c.position] || c.row_number as cell,
    upper(without_blanks(half_width(r.cells[1]))) as code,
    count(*) over same as total,
    row_number() over (same order by c.sheet, c.row_number) as place
  from observation.cell_reading c
  join submission.in_force f on f.submission = c.submission
  join submission.staged_sheet s on s.submission = c.submission and s.sheet = c.sheet
  join submission.staged_row r
    on r.submission = c.submission and r.sheet = c.sheet and r.row_number = c.row_number
  where c.canonical is not null
  window same as (partition by c.submission, c.form, c.position, c.how)
)
-- A column written so throughout is told of once, with the number of its cells.
select
  p.entity, p.file, p.sheet, p.cell, coalesce(p.raw, p.text) as found, p.canonical as expected,
  null as difference, null as unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter o on o.indicator = i.code and o.entity = p.entity
   where i.form = p.form or (p.form = '指标' and i.code = p.code)) as indicators,
  p.heading, p.how, if(p.total > 50, '；同列同样写法的共' || p.total || '格，只列第一格', '') as extent
from places p
where p.total <= 50 or p.place = 1
order by p.entity, p.sheet, p.row_number, p.position

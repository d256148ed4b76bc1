-- takes: observation.received_row, observation.cell_reading, registry.form_column
-- One row per cell of an evidence sheet in the submissions in force, blank cells of declared columns
-- included, so that rules can speak of single cells.
select
  r.entity, r.submission, r.file, r.sheet, r.form, r.row_number,
  c.position, c.code as column_code, c.heading, c.type, c.unit, c.decimals, c.list, c.required,
  r.columns[c.position] || r.row_number as cell,
  r.cells[c.position] as text,
  coalesce(if(c.type = 'NUMBER', r.raw[c.position], d.text), r.cells[c.position]) as raw,
  d.hint
from observation.received_row r
join registry.form_column c on c.form = r.form
left join observation.cell_reading d
  on d.submission = r.submission and d.sheet = r.sheet and d.row_number = r.row_number
  and d.position = c.position
order by r.entity, r.submission, r.sheet, r.row_number, c.position

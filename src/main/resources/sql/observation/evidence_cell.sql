-- takes: submission.in_force, submission.staged_row, submission.staged_sheet, registry.form_column
-- One row per cell of an evidence sheet in the submissions in force, blank cells of declared columns
-- included, so that rules can speak of single cells.
select
  f.entity, r.submission, f.file, r.sheet, r.form, r.row_number,
  c.position, c.code as column_code, c.heading, c.type, c.unit, c.decimals, c.list, c.required,
  s.columns[c.position] || r.row_number as cell,
  r.cells[c.position] as text
from submission.staged_row r
join submission.in_force f on f.submission = r.submission
join submission.staged_sheet s on s.submission = r.submission and s.sheet = r.sheet
join registry.form_column c on c.form = r.form
order by f.entity, r.submission, r.sheet, r.row_number, c.position

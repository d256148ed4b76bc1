-- takes: submission.in_force, submission.staged_row, submission.staged_sheet
-- One row per row of the sheet 指标 in the submissions in force: its texts.
select
  upper(without_blanks(half_width(r.cells[1]))) as indicator,
  f.entity, r.submission, f.file, r.sheet, r.row_number,
  s.columns[8] || r.row_number as cell,
  r.cells[2] as name,
  s.columns[2] || r.row_number as name_cell,
  r.cells[3] as unit,
  s.columns[3] || r.row_number as unit_cell,
  r.cells[8] as account,
  r.cells[9] as remark,
  s.columns[9] || r.row_number as remark_cell
from submission.staged_row r
join submission.in_force f on f.submission = r.submission
join submission.staged_sheet s on s.submission = r.submission and s.sheet = r.sheet
where r.form = '指标'
order by indicator, entity, submission, sheet, row_number

-- takes: observation.received_row, observation.unread_cell
-- One row per row of the sheet 指标 in the submissions in force: its texts. `withheld`: 完成情况说明
-- holds what gives no text, and reading said so.
select
  upper(without_blanks(half_width(cells[1]))) as indicator,
  r.entity, r.submission, r.file, r.sheet, r.row_number,
  columns[1] || r.row_number as code_cell,
  columns[8] || r.row_number as cell,
  cells[2] as name,
  columns[2] || r.row_number as name_cell,
  cells[3] as unit,
  columns[3] || r.row_number as unit_cell,
  cells[8] as account,
  cells[9] as remark,
  columns[9] || r.row_number as remark_cell,
  cells[10] as explanation,
  columns[10] || r.row_number as explanation_cell,
  coalesce(u.told, false) as withheld
from observation.received_row r
left join observation.unread_cell u
  on u.submission = r.submission and u.sheet = r.sheet and u.row_number = r.row_number
  and u.position = 8
where r.form = '指标'
order by indicator, r.entity, r.submission, r.sheet, r.row_number

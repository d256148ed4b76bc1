-- takes: observation.received_row
-- One row per row of the sheet 指标 in the submissions in force: its texts.
select
  upper(without_blanks(half_width(cells[1]))) as indicator,
  entity, submission, file, sheet, row_number,
  columns[8] || row_number as cell,
  cells[2] as name,
  columns[2] || row_number as name_cell,
  cells[3] as unit,
  columns[3] || row_number as unit_cell,
  cells[8] as account,
  cells[9] as remark,
  columns[9] || row_number as remark_cell,
  cells[10] as explanation,
  columns[10] || row_number as explanation_cell
from observation.received_row
where form = '指标'
order by indicator, entity, submission, sheet, row_number

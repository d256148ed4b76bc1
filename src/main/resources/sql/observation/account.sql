-- takes: observation.received_row
-- One row per row of the sheet 指标 in the submissions in force: 完成情况说明 and 备注.
select
  upper(without_blanks(half_width(cells[1]))) as indicator,
  entity, submission, file, sheet, row_number,
  columns[8] || row_number as cell,
  cells[8] as account,
  cells[9] as remark
from observation.received_row
where form = '指标'
order by indicator, entity, submission, sheet, row_number

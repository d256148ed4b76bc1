-- One row per evidence row and indicator that rests on it (observation.evidence_entry), with the file,
-- the sheet, and the cell the figure leads back to: the value's; for counted kinds the key's. A sheet
-- sent without that column leads back to the first column of the key it has; without any, to no cell.
create or replace view observation.evidence_row as
select
  e.indicator, s.entity, s.submission, s.file, s.sheet, e.sheet_number, e.row_number, e.key, e.first_key,
  coalesce(
    s.columns[i.key_positions[1]],
    list_filter(list_transform(i.key_positions, lambda k: s.columns[k]), lambda c: c is not null)[1]
  ) || e.row_number as key_cell,
  coalesce(
    s.columns[coalesce(i.value_position, i.key_positions[1])],
    list_filter(list_transform(i.key_positions, lambda k: s.columns[k]), lambda c: c is not null)[1]
  ) || e.row_number as cell,
  e.raw, e.value, e.day,
  s.columns[i.date_position] || e.row_number as day_cell,
  e.whole,
  s.columns[i.whole_position] || e.row_number as whole_cell,
  e.known, e.key_read, e.value_read, e.day_read
from observation.evidence_entry e
join observation.received_sheet s on s.sheet_number = e.sheet_number
join registry.indicator i on i.code = e.indicator

-- One row per staged row of the submissions in force, every text that could be read in its plain
-- form; what was received stands in raw wherever it is another. All values are taken from here.
-- `unread` and `told`: positions of cells no value can be taken from (observation.row_reading).
create or replace view observation.received_row as
select
  s.sheet_number, s.entity, r.submission, s.file, r.sheet, r.form, r.row_number, s.columns,
  if(
    c.positions is null,
    r.cells,
    list_transform(
      range(1, len(r.cells) + 1),
      lambda k: coalesce(c.canonicals[list_position(c.positions, k)], r.cells[k])
    )
  ) as cells,
  if(
    c.positions is null,
    r.raw,
    list_transform(
      range(1, len(r.cells) + 1),
      lambda k: coalesce(r.raw[k], if(list_contains(c.positions, k), r.cells[k], null))
    )
  ) as raw,
  r.cells as written, c.unread, c.told
from submission.staged_row r
join observation.received_sheet s on s.submission = r.submission and s.sheet = r.sheet
left join observation.row_reading c
  on c.submission = r.submission and c.sheet = r.sheet and c.row_number = r.row_number

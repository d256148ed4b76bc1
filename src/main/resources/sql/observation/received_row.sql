-- takes: submission.in_force, submission.staged_row, submission.staged_sheet, observation.cell_reading
-- One row per staged row of the submissions in force, every text that could be read in its plain
-- form; what was received stands in raw wherever it is another. All values are taken from here.
with read as (
  select
    submission, sheet, row_number,
    list(position order by position) as positions,
    list(canonical order by position) as canonicals
  from observation.cell_reading
  where canonical is not null
  group by submission, sheet, row_number
)
select
  f.entity, r.submission, f.file, r.sheet, r.form, r.row_number, s.columns,
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
  ) as raw
from submission.staged_row r
join submission.in_force f on f.submission = r.submission
join submission.staged_sheet s on s.submission = r.submission and s.sheet = r.sheet
left join read c
  on c.submission = r.submission and c.sheet = r.sheet and c.row_number = r.row_number
order by f.entity, r.submission, r.sheet, r.row_number

-- takes: submission.in_force, submission.staged_row, submission.staged_sheet
-- One row per figure cell of the sheet 指标 in the submissions in force: what stands there, and its
-- exact value where it is a figure.
with rows_in_force as (
  select
    f.entity, f.file, r.submission, r.sheet, r.row_number, r.cells, r.raw, s.columns,
    upper(without_blanks(half_width(r.cells[1]))) as indicator
  from submission.staged_row r
  join submission.in_force f on f.submission = r.submission
  join submission.staged_sheet s on s.submission = r.submission and s.sheet = r.sheet
  where r.form = '指标'
),
measures as (
  from (values ('opening', 4), ('flow', 5), ('removed', 6), ('closing', 7)) as m(measure, place)
)
select
  r.indicator, r.entity, r.submission, r.file, r.sheet, r.row_number, m.measure,
  r.columns[m.place] || r.row_number as cell,
  r.cells[m.place] as text,
  coalesce(r.raw[m.place], r.cells[m.place]) as raw,
  case
    when is_blank(r.cells[m.place]) then 'blank'
    when is_not_applicable(r.cells[m.place]) then 'not_applicable'
    when figure(r.cells[m.place]) is not null then 'figure'
    else 'unreadable'
  end as state,
  figure(r.cells[m.place]) as value
from rows_in_force r
cross join measures m
order by indicator, entity, measure, submission, sheet, row_number

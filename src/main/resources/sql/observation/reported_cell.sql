-- takes: observation.received_row, observation.cell_reading, observation.unread_cell
-- One row per figure cell of the sheet 指标 in the submissions in force: what stands there, and its
-- exact value where it is a figure. `withheld`: what stands there gives no value, and reading said so.
with rows_in_force as (
  select *, upper(without_blanks(half_width(cells[1]))) as indicator
  from observation.received_row
  where form = '指标'
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
    when u.told then 'withheld'
    when is_blank(r.cells[m.place]) then 'blank'
    when is_not_applicable(r.cells[m.place]) then 'not_applicable'
    when figure(r.cells[m.place]) is not null then 'figure'
    else 'unreadable'
  end as state,
  if(u.told, null, figure(r.cells[m.place])) as value,
  c.hint
from rows_in_force r
cross join measures m
left join observation.cell_reading c
  on c.submission = r.submission and c.sheet = r.sheet and c.row_number = r.row_number
  and c.position = m.place
left join observation.unread_cell u
  on u.submission = r.submission and u.sheet = r.sheet and u.row_number = r.row_number
  and u.position = m.place
order by indicator, entity, measure, submission, sheet, row_number

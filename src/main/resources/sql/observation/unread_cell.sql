-- takes: submission.in_force, submission.staged_row, submission.staged_sheet, submission.reading_finding, observation.cell_reading, registry.form_column
-- One row per cell of the submissions in force that no value can be taken from though it is not
-- blank: an error, a formula never computed, a column in another unit, joined cells, a code cut to
-- 15 digits, a text that is no such value; and per cell of a needed column that is not there. Such a
-- cell is told of once, for its cause; `told` says that reading already did. No rule takes it for
-- blank or for 0.
with places as (
  select form, position, required from registry.form_column
  union all
  select '指标', position, required
  from (values (1, true), (4, false), (5, true), (6, true), (7, true), (8, true)) as p(position, required)
),
everywhere as (
  select form, position from registry.form_column
  union all
  select '指标', unnest(range(1, 11))
),
rows as not materialized (
  select r.*, s.columns
  from submission.staged_row r
  join submission.in_force f on f.submission = r.submission
  join submission.staged_sheet s on s.submission = r.submission and s.sheet = r.sheet
),
gaps as (
  select s.submission, s.sheet, p.position
  from submission.staged_sheet s
  join submission.in_force f on f.submission = s.submission
  join places p on p.form = s.form and p.required
  where s.columns[p.position] is null
),
joined as (
  select
    submission, sheet,
    regexp_extract(
      found, '^([A-Z]+)(\d+):([A-Z]+)(\d+)$', ['first_column', 'first_row', 'last_column', 'last_row']
    ) as range
  from submission.reading_finding
  where ends_with(code, '.merged-cells')
),
cells as (
  -- Something stands there, and it has no value.
  select r.submission, r.sheet, r.form, r.row_number, p.position, true as told
  from rows r
  join everywhere p on p.form = r.form
  where r.raw[p.position] is not null and r.cells[p.position] is null
  union
  select r.submission, r.sheet, r.form, r.row_number, p.position, true
  from rows r
  join joined j
    on j.submission = r.submission and j.sheet = r.sheet
    and r.row_number between try_cast(j.range.first_row as integer) and try_cast(j.range.last_row as integer)
  join places p
    on p.form = r.form
    and (length(r.columns[p.position]), r.columns[p.position])
      between (length(j.range.first_column), j.range.first_column)
      and (length(j.range.last_column), j.range.last_column)
  union
  select r.submission, r.sheet, r.form, r.row_number, p.position, true
  from submission.reading_finding g
  join rows r
    on r.submission = g.submission and r.sheet = g.sheet
    and r.row_number = try_cast(regexp_extract(g.cell, '\d+$') as integer)
  join places p on p.form = r.form and r.columns[p.position] || r.row_number = g.cell
  where ends_with(g.code, '.lost-digits')
  union
  -- Where so many lost their digits that they are only counted, any code that long is held for one.
  select r.submission, r.sheet, r.form, r.row_number, p.position, true
  from submission.reading_finding g
  join rows r on r.submission = g.submission and r.sheet = g.sheet
  join registry.form_column p on p.form = r.form and p.type in ('TEXT', 'CODE')
  where
    ends_with(g.code, '.lost-digits') and g.places > 1
    and length(r.cells[p.position]) > 15 and regexp_full_match(r.cells[p.position], '-?\d+')
  union
  select r.submission, r.sheet, r.form, r.row_number, g.position, true
  from gaps g
  join submission.staged_row r on r.submission = g.submission and r.sheet = g.sheet
  union
  select submission, sheet, form, row_number, position, false
  from observation.cell_reading
  where canonical is null
)
select submission, sheet, form, row_number, position, bool_or(told) as told
from cells
group by submission, sheet, form, row_number, position
order by submission, sheet, row_number, position

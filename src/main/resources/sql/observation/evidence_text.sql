-- takes: observation.evidence_place, observation.received_row, observation.received_sheet, observation.cell_reading, registry.form_column
-- One row per distinct text of a column of an evidence sheet: a text is judged once, however often it
-- stands. `state` is blank, not_applicable, given, unreadable (a text that is no such value) or
-- withheld (reading said why there is no value). `silent`: a column of free text holds what only
-- stands in for one. Where what says something first stands is not known: no rule asks.
with listed as (
  select
    sheet_number, position, told, coalesce(text, '') as written, count(*) as times,
    min(row_number) as first_row
  from observation.evidence_place
  where not speaks
  group by sheet_number, position, told, coalesce(text, '')
),
-- What speaks is the most of long evidence, and is not looked through but counted: it is the rest.
rows as (
  select sheet_number, count(*) as rows from observation.received_row group by sheet_number
),
cells as (
  select s.sheet_number, c.position, r.rows as times
  from rows r
  join observation.received_sheet s on s.sheet_number = r.sheet_number
  join registry.form_column c on c.form = s.form and c.type = 'TEXT'
),
speaking as (
  select
    c.sheet_number, c.position, false as told, '有' as written,
    c.times - coalesce(sum(l.times), 0) as times, null::integer as first_row
  from cells c
  left join listed l on l.sheet_number = c.sheet_number and l.position = c.position
  group by c.sheet_number, c.position, c.times
  having c.times > coalesce(sum(l.times), 0)
),
texts as (
  from listed
  union all
  from speaking
),
unreadable as (
  select submission, sheet, position, text, any_value(hint) as hint
  from observation.cell_reading
  where canonical is null
  group by submission, sheet, position, text
),
judged as (
  select
    t.*, s.entity, s.submission, s.sheet, s.form, c.type, u.hint,
    case
      when t.told then 'withheld'
      when u.text is not null then 'unreadable'
      when is_given(t.written) then 'given'
      when is_blank(t.written) then 'blank'
      else 'not_applicable'
    end as state
  from texts t
  join observation.received_sheet s on s.sheet_number = t.sheet_number
  join registry.form_column c on c.form = s.form and c.position = t.position
  left join unreadable u
    on u.submission = s.submission and u.sheet = s.sheet and u.position = t.position
    and u.text = t.written
)
select
  sheet_number, entity, submission, sheet, form, position, told, written, times, first_row, state, hint,
  if(told or type <> 'NUMBER', null, figure(written)) as value,
  if(told or type <> 'DATE', null, day(written)) as day,
  type = 'TEXT' and state = 'given' and says_nothing(written) as silent
from judged
order by sheet_number, position, first_row, told, written

-- takes: observation.received_row, observation.cell_reading, observation.unread_cell, registry.form_column
-- One row per cell of an evidence sheet in the submissions in force, blank cells of declared columns
-- included, so that rules can speak of single cells. `state` is blank, not_applicable, given,
-- unreadable (a text that is no such value) or withheld (reading said why there is no value; text is
-- null).
select
  r.entity, r.submission, r.file, r.sheet, r.form, r.row_number,
  c.position, c.code as column_code, c.heading, c.type, c.unit, c.decimals, c.list, c.required,
  r.columns[c.position] || r.row_number as cell,
  if(u.told, null, r.cells[c.position]) as text,
  case
    when u.told then 'withheld'
    when u.told is not null then 'unreadable'
    when is_blank(r.cells[c.position]) then 'blank'
    when is_not_applicable(r.cells[c.position]) then 'not_applicable'
    else 'given'
  end as state,
  coalesce(if(c.type = 'NUMBER', r.raw[c.position], d.text), r.cells[c.position]) as raw,
  d.hint
from observation.received_row r
join registry.form_column c on c.form = r.form
left join observation.cell_reading d
  on d.submission = r.submission and d.sheet = r.sheet and d.row_number = r.row_number
  and d.position = c.position
left join observation.unread_cell u
  on u.submission = r.submission and u.sheet = r.sheet and u.row_number = r.row_number
  and u.position = c.position
order by r.entity, r.submission, r.sheet, r.row_number, c.position

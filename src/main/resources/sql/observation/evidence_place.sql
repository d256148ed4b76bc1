-- One row per cell of an evidence sheet in the submissions in force, blank cells of declared columns
-- included. `written` is what a cell is judged by, with `told` (observation.evidence_text): its text.
-- `speaks`: it stands in a column of free text and plainly says something; all such are alike, and 有
-- stands for them.
create or replace view observation.evidence_place as
with cells as (
  select
    r.sheet_number, r.entity, r.submission, r.file, r.sheet, r.form, r.row_number, c.position,
    c.type, r.columns[c.position] as letters, r.cells[c.position] as text,
    if(c.type = 'NUMBER', coalesce(r.raw[c.position], r.written[c.position]), r.written[c.position]) as raw,
    coalesce(list_contains(r.told, c.position), false) as told
  from observation.received_row r
  join registry.form_column c on c.form = r.form
)
select
  sheet_number, entity, submission, file, sheet, form, row_number, position, letters, text, raw, told,
  type = 'TEXT' and not told and coalesce(begins_to_speak(text), false) as speaks,
  case
    when type = 'TEXT' and not told and begins_to_speak(text) then '有' else coalesce(text, '')
  end as written
from cells

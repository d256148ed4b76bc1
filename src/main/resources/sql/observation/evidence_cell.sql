-- One row per cell of an evidence sheet in the submissions in force, blank cells of declared columns
-- included, so that rules can speak of single cells; what is known of its text comes from
-- observation.evidence_text. A condition on that finds the texts first and then only their cells.
create or replace view observation.evidence_cell as
select
  p.entity, p.submission, p.file, p.sheet, p.sheet_number, p.form, p.row_number,
  c.position, c.code as column_code, c.heading, c.type, c.unit, c.decimals, c.list, c.required,
  p.letters || p.row_number as cell,
  if(t.told, null, p.text) as text,
  t.state, t.value, t.day, t.silent,
  coalesce(p.raw, p.text) as raw,
  t.hint
from observation.evidence_text t
join registry.form_column c on c.form = t.form and c.position = t.position
join observation.evidence_place p
  on p.sheet_number = t.sheet_number and p.position = t.position and p.told = t.told
  and p.written = t.written

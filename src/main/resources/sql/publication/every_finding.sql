-- Every finding of an edition, one by one, also where publication.finding counts them: those of the
-- rules and of reading from where they are held, those of the sentences from the edition.
create or replace view publication.every_finding as
with told as (
  select distinct code, severity, entity, file, sheet, cell, found, expected, message
  from observation.told_finding
),
files as (
  select file, any_value(submission) as submission from submission.intake group by file
)
select
  i.submission, f.code, f.severity, f.entity, f.file, f.sheet, f.cell, f.found, f.expected,
  f.difference, f.unit, f.message, f.indicators, f.resolution,
  if(f.resolution = 'returned', null, f.resolution_text) as resolution_text,
  if(f.resolution = 'returned', null, f.resolution_cell) as resolution_cell,
  if(f.resolution = 'returned', null, f.resolution_by) as resolution_by,
  if(f.resolution = 'returned', null, f.resolution_on)::varchar as resolution_on
from observation.resolved_finding f
left join files i on i.file = f.file
union all
select
  p.submission, p.code, p.severity, p.entity, p.file, p.sheet, p.cell, p.found, p.expected,
  p.difference, p.unit, p.message, p.indicators, p.resolution, p.resolution_text, p.resolution_cell,
  p.resolution_by, p.resolution_on
from publication.finding p
where not exists (
  from told t
  where t.code = p.code and t.severity = p.severity and t.message = p.message
    and t.entity is not distinct from p.entity and t.file is not distinct from p.file
    and t.sheet is not distinct from p.sheet and t.cell is not distinct from p.cell
    and t.found is not distinct from p.found and t.expected is not distinct from p.expected
)

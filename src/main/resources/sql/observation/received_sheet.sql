-- takes: submission.in_force, submission.staged_sheet
-- One row per recognised sheet of the submissions in force, numbered: what is held by the million
-- names its sheet by the number.
select
  row_number() over (order by f.entity, s.submission, s.sheet)::integer as sheet_number,
  f.entity, s.submission, f.file, s.sheet, s.form, s.columns
from submission.staged_sheet s
join submission.in_force f on f.submission = s.submission
order by sheet_number

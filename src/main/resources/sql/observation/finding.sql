-- takes: submission.reading_finding, submission.intake, submission.in_force
-- What stands against the submissions in force: here as reading found it; the rules append what they
-- find. A rejected file was returned to its sender and supersedes nothing: why it was rejected is
-- told, and blocks nothing. Findings on superseded versions are history.
-- order: none; a rule may find a row wrong a million times. observation.told_finding is in order.
select
  null::varchar as submission,
  code, severity, entity, file, sheet, cell, found, expected, difference, unit, message, indicators,
  places, submission = 'rejected' as returned
from submission.reading_finding
where
  submission in (select submission from submission.in_force)
  -- Of a file nobody listed, also where it is superseded: when did it come, and from whom?
  or (
    code = 'submission.not-listed'
    and submission in (select submission from submission.intake where state = 'received')
  )
  -- About no one file: the inbox itself.
  or submission not in (select submission from submission.intake)
union all
select
  null, code, severity, entity, file, sheet, cell, found, expected, difference, unit, message,
  indicators, places, true
from submission.reading_finding
where submission in (select submission from submission.intake where state = 'rejected')

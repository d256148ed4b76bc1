-- takes: submission.reading_finding, submission.intake, submission.in_force, observation.rule_finding
-- What stands against the submissions in force. A rejected file was returned to its sender and
-- supersedes nothing: why it was rejected is told, and blocks nothing. Findings on superseded
-- versions are history.
select
  code, severity, entity, file, sheet, cell, found, expected, difference, unit, message, indicators,
  submission = 'rejected' as returned
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
  code, severity, entity, file, sheet, cell, found, expected, difference, unit, message, indicators,
  true
from submission.reading_finding
where submission in (select submission from submission.intake where state = 'rejected')
union all
select
  code, severity, entity, file, sheet, cell, found, expected, difference, unit, message, indicators,
  false
from observation.rule_finding
order by all

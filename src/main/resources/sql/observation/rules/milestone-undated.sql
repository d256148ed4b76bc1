-- code: observation.milestone-undated
-- severity: error
-- when: a deliverable is told as done and has no day
-- missing: this rule is about a missing day; one that cannot be read is left to observation.unreadable-evidence
-- message: “{found}”填报已完成，但没有完成日期，请补填{cell}。
select
  e.entity, e.file, e.sheet, e.day_cell as cell, e.first_key as found, '完成日期' as expected,
  null as difference, null as unit, [e.indicator] as indicators
from observation.evidence_row e
join registry.indicator i on i.code = e.indicator
where i.kind = 'MILESTONE' and e.value = 1 and e.day is null and e.day_read
order by e.entity, e.sheet, e.row_number

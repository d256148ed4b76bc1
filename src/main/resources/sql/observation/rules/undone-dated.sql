-- code: observation.undone-dated
-- severity: verify
-- when: a deliverable is told as not done and has a day of completion
-- missing: rows without a day or without 是 or 否 are left to other rules
-- message: “{found}”填报未完成，却填有完成日期{day}（{cell}），两者矛盾：已完成的请把“是否完成”改为“是”，未完成的请删去日期。
select
  e.entity, e.file, e.sheet, e.cell, e.first_key as found, '是，或不填日期' as expected,
  null as difference, null as unit, [e.indicator] as indicators, e.day
from observation.evidence_row e
join registry.indicator i on i.code = e.indicator
where i.kind = 'MILESTONE' and e.value = 0 and e.day is not null
order by e.entity, e.sheet, e.row_number

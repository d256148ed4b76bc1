-- code: observation.unknown-deliverable
-- severity: error
-- when: a row of milestones names a deliverable that was not agreed
-- missing: rows without a deliverable are left to observation.required-evidence
-- message: {cell}的“{found}”不是“{indicator_name}”约定的交付事项（{expected}），请按模板填写。
select
  e.entity, e.file, e.sheet, e.key_cell as cell, e.first_key as found,
  array_to_string(i.deliverables, '、') as expected, null as difference, null as unit,
  [e.indicator] as indicators, i.name as indicator_name
from observation.evidence_row e
join registry.indicator i on i.code = e.indicator
where i.kind = 'MILESTONE' and not list_contains(i.deliverables, e.first_key)
order by e.entity, e.sheet, e.row_number

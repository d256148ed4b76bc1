-- code: observation.not-applicable-counts
-- severity: verify
-- when: 不适用 for an indicator that every member's answer decides: what all have in common, or the longest time
-- missing: blank figures are left to observation.missing-value
-- message: “{indicator_name}”取各方共有的事项或最长的时间，{cell}填“{found}”（不适用）会直接改变结果，请填写数值；确实不适用的，请在该行“说明”栏写明原因。
select
  c.entity, c.file, c.sheet, c.cell, c.raw as found, '数值' as expected,
  null as difference, i.unit, [c.indicator] as indicators, i.name as indicator_name
from observation.reported_cell c
join registry.indicator i on i.code = c.indicator
join registry.reporter r on r.indicator = c.indicator and r.entity = c.entity
where c.state = 'not_applicable' and c.measure = 'closing' and i.kind in ('COMMON', 'DURATION')
order by c.entity, i.position

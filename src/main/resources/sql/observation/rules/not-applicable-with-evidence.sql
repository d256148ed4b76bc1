-- code: observation.not-applicable-with-evidence
-- severity: error
-- when: a figure of 指标 says 不适用 (—, /, 无), and yet the member gives evidence rows that count
-- missing: blank figures are left to observation.missing-value; evidence that could not be read in full is not examined
-- message: “{indicator_name}”的{cell}填“{found}”（不适用），而证据表“{form_title}”有{rows}行计入本指标，二者矛盾：有数的请在{cell}填合计，确实不适用的请删去明细。
select
  c.entity, c.file, c.sheet, c.cell, c.raw as found, plain(v.value) as expected,
  null as difference, i.unit, [c.indicator] as indicators,
  i.name as indicator_name, f.title as form_title,
  (select count(*) from observation.evidence_row e
   where e.indicator = c.indicator and e.entity = c.entity) as rows
from observation.reported_cell c
join registry.indicator i on i.code = c.indicator
join registry.form f on f.code = i.form
join observation.member_value v on v.indicator = c.indicator and v.entity = c.entity
where
  c.state = 'not_applicable'
  and c.measure = case i.kind when 'FLOW' then 'flow' else 'closing' end
  and exists (
    from observation.evidence_row e where e.indicator = c.indicator and e.entity = c.entity
  )
  and not exists (
    from observation.unread_evidence u where u.indicator = c.indicator and u.entity = c.entity
  )
order by c.entity, i.position

-- code: observation.evidence-total
-- severity: error
-- when: a figure of 指标 differs from what its evidence adds up to or counts
-- missing: a blank figure is left to observation.missing-value; without evidence rows the evidence counts as 0; evidence that could not be read in full is not added up, and listed as skipped
-- message: “{indicator_name}”填报{found}{unit}，而证据表“{form_title}”合计为{expected}{unit}，请核对并更正其中一处。
select
  c.entity, c.file, c.sheet, c.cell, plain(c.value) as found,
  plain(coalesce(v.value, 0)) as expected,
  plain(c.value - coalesce(v.value, 0)) as difference, i.unit, [c.indicator] as indicators,
  i.name as indicator_name, f.title as form_title
from observation.reported_cell c
join registry.indicator i on i.code = c.indicator
join registry.form f on f.code = i.form
join observation.member_value v on v.indicator = c.indicator and v.entity = c.entity
where
  c.state = 'figure'
  and c.measure = case i.kind when 'FLOW' then 'flow' else 'closing' end
  and c.value <> coalesce(v.value, 0)
  and not exists (
    from observation.unread_evidence u where u.indicator = c.indicator and u.entity = c.entity
  )
order by c.entity, i.position

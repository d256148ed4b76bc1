-- code: observation.deliverable-missing
-- severity: error
-- when: a member that has to report a milestone gives no row for one of its deliverables
-- missing: this rule is about what is missing; a member without any submission is left to observation.member-missing
-- message: “{indicator_name}”缺少交付事项“{expected}”的一行，请补填；尚未完成的也要列出，“是否完成”填“否”。
with owed as (
  select i.code as indicator, i.name, i.position, i.form, r.entity, f.file, unnest(i.deliverables) as deliverable
  from registry.indicator i
  join registry.reporter r on r.indicator = i.code
  join submission.in_force f on f.entity = r.entity
  where i.kind = 'MILESTONE'
)
select
  o.entity, o.file, m.title as sheet, null as cell, '没有这一行' as found,
  o.deliverable as expected, null as difference, null as unit, [o.indicator] as indicators,
  o.name as indicator_name
from owed o
join registry.form m on m.code = o.form
where not exists (
  from observation.evidence_row e
  where e.indicator = o.indicator and e.entity = o.entity and e.first_key = o.deliverable
)
order by o.entity, o.position, o.deliverable

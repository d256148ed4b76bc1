-- code: observation.deliverable-missing
-- severity: error
-- when: a member that has to report a milestone gives no row for one of its deliverables
-- missing: this rule is about what is missing; a member without any submission is left to observation.member-missing; a sheet that could not be read in full is listed as skipped
-- message: “{indicator_name}”缺少交付事项“{expected}”的一行，请补填；尚未完成的也要列出，“是否完成”填“否”。
with owed as (
  select
    i.code as indicator, i.name, i.position, i.form, i.key_positions[1] as key_position, r.entity,
    f.file, f.submission, unnest(i.deliverables) as deliverable
  from registry.indicator i
  join registry.reporter r on r.indicator = i.code
  join submission.in_force f on f.entity = r.entity
  where i.kind = 'MILESTONE'
),
-- Where the row should stand: below the last one.
ends as (
  select s.submission, s.form, s.sheet, s.columns, coalesce(max(r.row_number), s.heading_row) + 1 as next
  from submission.staged_sheet s
  left join submission.staged_row r
    on r.submission = s.submission and r.sheet = s.sheet and r.form in (select form from owed)
  where s.form in (select form from owed)
  group by s.submission, s.form, s.sheet, s.columns, s.heading_row
  qualify row_number() over (partition by s.submission, s.form order by length(s.sheet), s.sheet) = 1
)
select
  o.entity, o.file, n.sheet, coalesce(n.columns[o.key_position], 'A') || n.next as cell, '没有这一行' as found,
  o.deliverable as expected, null as difference, null as unit, [o.indicator] as indicators,
  o.name as indicator_name
from owed o
join ends n on n.submission = o.submission and n.form = o.form
where
  not exists (
    from observation.evidence_row e
    where e.indicator = o.indicator and e.entity = o.entity and e.first_key = o.deliverable
  )
  and not exists (
    from observation.unread_evidence u where u.indicator = o.indicator and u.entity = o.entity
  )
order by o.entity, o.position, o.deliverable

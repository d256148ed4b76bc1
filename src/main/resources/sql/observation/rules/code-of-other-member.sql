-- code: observation.code-of-other-member
-- severity: verify
-- when: a region in a member's evidence lies in another province: the first two digits of the codes differ (GB/T 2260)
-- missing: blank cells and names that are on no list are left to other rules
-- message: “{heading}”一栏{cell}的“{found}”不在{expected}，请核对是否选错（如泰州与台州、亳州与毫州）；确实如此的，请在该行“说明”栏写明。
with foreign_names as (
  select t.sheet_number, t.position, t.written
  from observation.evidence_text t
  join registry.form_column c on c.form = t.form and c.position = t.position
  where
    starts_with(c.list, 'regions') and t.state = 'given'
    and exists (
      from registry.reference n
      where n.list = c.list and normalised(t.written, 'NAME') in (n.code, normalised(n.name, 'NAME'))
    )
    and not exists (
      from registry.reference n
      where n.list = c.list and normalised(t.written, 'NAME') in (n.code, normalised(n.name, 'NAME'))
        and left(n.code, 2) = left(t.entity, 2)
    )
)
select
  e.entity, e.file, e.sheet, e.cell, e.text as found, o.name as expected,
  null as difference, null as unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = e.entity
   where i.form = e.form) as indicators,
  e.heading
from foreign_names t
join observation.evidence_cell e
  on e.sheet_number = t.sheet_number and e.position = t.position and e.text = t.written
join registry.entity o on o.code = e.entity
order by e.entity, e.sheet, e.row_number, e.position

-- code: observation.confused-region
-- severity: verify
-- missing: names not in the list are left to observation.unknown-code
-- message: “{heading}”一栏{cell}填写的是“{found}”，它不属于{member}，容易与“{expected}”混淆，请核对；确实无误的，请说明。
with alike as (
  from (values ('泰州市', '台州市'), ('台州市', '泰州市'), ('宿州市', '苏州市'), ('苏州市', '宿州市'), ('宿州市', '宿迁市'), ('宿迁市', '宿州市'))
    as a(written, meant)
)
select
  e.entity, e.file, e.sheet, e.cell, e.raw as found, a.meant as expected,
  null as difference, null as unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter o on o.indicator = i.code and o.entity = e.entity
   where i.form = e.form) as indicators,
  e.heading, m.name as member
from observation.evidence_cell e
join registry.reference n on n.list = e.list and e.text in (n.code, n.name)
join alike a on a.written = n.name
join registry.reference o on o.list = e.list and o.name = a.meant
join registry.entity m on m.code = e.entity
where left(n.code, 2) <> left(e.entity, 2) and left(o.code, 2) = left(e.entity, 2)
order by e.entity, e.sheet, e.row_number, e.position

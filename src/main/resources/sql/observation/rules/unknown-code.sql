-- code: observation.unknown-code
-- severity: error
-- when: a cell with a code list holds something that is not on it
-- missing: blank cells, — and 无 are left to observation.required-evidence
-- message: “{heading}”一栏{cell}填写的“{found}”不在规定的代码或名称之内：{hint}。
select
  e.entity, e.file, e.sheet, e.cell, e.text as found, '下拉列表中的一项' as expected,
  null as difference, null as unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = e.entity
   where i.form = e.form) as indicators,
  e.heading, coalesce(e.hint, '请从下拉列表中选择') as hint
from observation.evidence_cell e
where
  e.list is not null and e.state = 'unreadable'
order by e.entity, e.sheet, e.row_number, e.position

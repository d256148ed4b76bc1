-- code: observation.required-evidence
-- severity: error
-- when: a cell of evidence every row needs is blank
-- missing: this rule is about what is missing
-- message: 第{row_number}行“{heading}”未填写，请补全；如本行不应存在，请整行删除。
select
  e.entity, e.file, e.sheet, e.cell, '空' as found, e.heading as expected,
  null as difference, e.unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = e.entity
   where i.form = e.form) as indicators,
  e.heading, e.row_number
from observation.evidence_cell e
where e.required and is_blank(e.text)
order by e.entity, e.sheet, e.row_number, e.position

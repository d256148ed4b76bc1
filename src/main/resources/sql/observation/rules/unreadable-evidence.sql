-- code: observation.unreadable-evidence
-- severity: error
-- when: a cell of evidence holds something other than the number, day, or 是／否 it should
-- missing: blank cells are left to observation.required-evidence; — and 无 are no such values, and left to observation.required-evidence where one is needed
-- message: “{heading}”一栏{cell}填写的是“{found}”，应为{expected}：{hint}。
select
  e.entity, e.file, e.sheet, e.cell, e.raw as found,
  case e.type
    when 'NUMBER' then '数字' when 'DATE' then '日期，如2024-12-26' else '是或否'
  end as expected,
  null as difference, e.unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = e.entity
   where i.form = e.form) as indicators,
  e.heading, coalesce(e.hint, '无法识别') as hint
from observation.evidence_cell e
where e.state = 'unreadable' and e.type in ('NUMBER', 'DATE', 'FLAG')
order by e.entity, e.sheet, e.row_number, e.position

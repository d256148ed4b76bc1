-- code: observation.unreadable-evidence
-- severity: error
-- when: a cell of evidence holds something other than the number, day, or 是／否 it should
-- missing: blank cells are left to observation.required-evidence; — / 无 in a column that is not required counts as not applicable
-- message: “{heading}”一栏{cell}填写的是“{found}”，应填写{expected}：{hint}。
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
where
  not is_blank(e.text)
  and not (is_not_applicable(e.text) and not e.required)
  and case e.type
    when 'NUMBER' then figure(e.text) is null
    when 'DATE' then coalesce(day(e.text) < date '1949-10-01', true)
    when 'FLAG' then flag(e.text) is null
    else false
  end
order by e.entity, e.sheet, e.row_number, e.position

-- code: observation.required-evidence
-- severity: error
-- when: a cell of evidence every row needs is blank, or says no more than —, / or 无
-- missing: this rule is about what is missing; what stands there and cannot be read is left to other rules
-- message: 第{row_number}行的“{heading}”（{cell}）每行必填，{state}。请补填{what}；本行不应存在的，请整行删除。
select
  e.entity, e.file, e.sheet, e.cell, if(e.state = 'blank', '空', e.text) as found, e.heading as expected,
  null as difference, e.unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = e.entity
   where i.form = e.form) as indicators,
  e.heading, e.row_number,
  if(e.state = 'blank', '现在是空的', '“' || e.text || '”不能代替填写') as state,
  case e.type
    when 'NUMBER' then '数字（没有发生的填0）' when 'DATE' then '日期' when 'FLAG' then '是或否'
    when 'CODE' then '下拉列表中的一项' else '文字'
  end as what
from observation.evidence_cell e
where
  e.required
  and (e.state in ('blank', 'not_applicable') or e.silent)
order by e.entity, e.sheet, e.row_number, e.position

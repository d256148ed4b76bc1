-- code: observation.all-round
-- severity: note
-- when: five or more figures of one column of evidence from 100 on are all whole hundreds, or five or more of 指标 from 1000 on all whole thousands
-- missing: blank cells and smaller figures are not examined
-- message: “{heading}”的{found}个数全是整{step}数，像是估计数，请确认是否为实际统计结果。
with evidence as (
  select
    entity, submission, arg_min(sheet, (first_row, sheet)) as sheet, form, position,
    sum(times) as filled, min(first_row) as first_row
  from observation.evidence_text
  where value >= 100
  group by entity, submission, form, position
  having sum(times) >= 5 and bool_and(value % 100 = 0)
),
main as (
  select c.*
  from observation.reported_cell c
  join registry.indicator i on i.code = c.indicator
  where
    c.measure = case i.kind when 'FLOW' then 'flow' else 'closing' end and c.value >= 1000
)
select
  e.entity, f.file, e.sheet, s.columns[e.position] || e.first_row as cell, e.filled::varchar as found,
  '实际统计数' as expected, null as difference, c.unit,
  (select list(i.code order by i.code) from registry.indicator i
   where i.form = e.form and e.position in (i.value_position, i.whole_position)) as indicators,
  c.heading, '百' as step
from evidence e
join submission.in_force f on f.submission = e.submission
join submission.staged_sheet s on s.submission = e.submission and s.sheet = e.sheet
join registry.form_column c on c.form = e.form and c.position = e.position
union all
select
  m.entity, m.file, m.sheet, arg_min(m.cell, m.row_number), count(*)::varchar, '实际统计数', null,
  null, list(distinct m.indicator order by m.indicator), '指标', '千'
from main m
group by m.entity, m.file, m.sheet
having count(*) >= 5 and bool_and(m.value % 1000 = 0)
order by all

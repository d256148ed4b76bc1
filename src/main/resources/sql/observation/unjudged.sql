-- takes: submission.in_force, submission.staged_sheet, observation.unread_evidence, registry.indicator, registry.entity
-- Rules that could not run for a member, because what they rest on was not read, and why.
with evidence as (
  select
    e.entity, e.title, i.kind, i.whole_position, i.date_position, i.key_positions,
    i.name, i.position, e.place
  from observation.unread_evidence e
  join registry.indicator i on i.code = e.indicator
),
rules as (
  select 'evidence-total' as rule, entity, title, place, name, position, '未核对填报数与证据表的合计'  as what
  from evidence
  where kind <> 'MILESTONE'
  union all
  select 'shares-of-whole', entity, title, place, name, position, '未核对各方份额之和是否偏小'
  from evidence
  where whole_position is not null
  union all
  select 'deliverable-missing', entity, title, place, name, position, '未检查是否缺少交付事项'
  from evidence
  where kind = 'MILESTONE'
  union all
  select 'months-incomplete', entity, title, place, name, position, '未检查各月是否填全'
  from evidence
  where date_position = key_positions[1]
),
told as (
  select
    rule, entity,
    '“' || title || '”未能全部读取（' || min(place) || '），' || any_value(what) || '，涉及：'
      || array_to_string(list(name order by position), '、') as reason
  from rules
  group by rule, entity, title
  union all
  select r.rule, f.entity, '工作表“指标”未能读取，' || r.what
  from submission.in_force f
  cross join (values
    ('missing-value', '未检查应报指标是否填全'),
    ('balance', '未核对年末累计与增减'),
    ('evidence-total', '未核对填报数与证据表的合计'),
    ('opening-differs', '未核对上年末累计'),
    ('text-against-figure', '未核对文字与数字')
  ) as r(rule, what)
  where not exists (
    from submission.staged_sheet s where s.submission = f.submission and s.form = '指标'
  )
)
select 'observation.' || t.rule as code, e.name || '：' || t.reason || '。' as reason
from told t
join registry.entity e on e.code = t.entity
order by code, e.position, reason

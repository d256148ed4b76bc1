-- code: observation.missing-value
-- severity: error
-- when: the figure, or the account of a narrative, of an indicator a member owes is blank or has no row
-- missing: blank is not zero and not 不适用; a member without any submission is left to observation.member-missing
-- message: “{indicator_name}”的{measure_name}未填写，请填写数值；确实没有的填0，不适用的填“—”。
with expected as (
  select
    r.entity, i.code as indicator, i.name, i.unit, i.position, f.file,
    unnest(case i.kind
      when 'FLOW' then ['flow']
      when 'STOCK' then ['closing']
      when 'NARRATIVE' then ['account']
      else ['closing']
    end) as measure
  from registry.reporter r
  join registry.indicator i on i.code = r.indicator
  join submission.in_force f on f.entity = r.entity
  where i.kind not in ('RATIO', 'MILESTONE')
),
held as (
  select indicator, entity, measure, sheet, cell, state from observation.reported_cell
  union all
  select indicator, entity, 'account', sheet, cell, if(is_blank(account), 'blank', 'text')
  from observation.account
)
select
  e.entity, e.file, coalesce(h.sheet, '指标') as sheet, h.cell,
  if(h.indicator is null, '没有这一行', '空') as found, '数值、0或—' as expected,
  null as difference, e.unit, [e.indicator] as indicators,
  e.name as indicator_name,
  case e.measure
    when 'flow' then '本年新增' when 'closing' then '年末累计' else '完成情况说明'
  end as measure_name
from expected e
left join held h
  on h.indicator = e.indicator and h.entity = e.entity and h.measure = e.measure
where h.state is null or h.state = 'blank'
order by e.entity, e.position

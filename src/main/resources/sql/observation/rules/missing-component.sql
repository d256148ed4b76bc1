-- code: observation.missing-component
-- severity: verify
-- when: 本年新增 or 本年减少 of a stock that has a closing value of last year is blank
-- needs: registry.opening
-- skipped: 本年度没有上年末封存值（opening.csv为空），未检查增减两栏是否填全。
-- missing: this rule is about what is missing; blank is not zero
-- message: “{indicator_name}”的{measure_name}（{cell}）未填写，没有发生的请填0，不适用的填“—”。
select
  c.entity, c.file, c.sheet, c.cell, '空' as found, '数值、0或—' as expected,
  null as difference, i.unit, [c.indicator] as indicators, i.name as indicator_name,
  case c.measure when 'flow' then '本年新增' else '本年减少' end as measure_name
from observation.reported_cell c
join registry.indicator i on i.code = c.indicator and i.kind = 'STOCK'
join registry.opening o on o.indicator = c.indicator and o.entity = c.entity
where c.measure in ('flow', 'removed') and c.state = 'blank'
order by c.entity, i.position, c.measure

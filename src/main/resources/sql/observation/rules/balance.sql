-- code: observation.balance
-- severity: error
-- when: 年末累计 is not 上年末累计 + 本年新增 − 本年减少
-- missing: a blank 上年末累计, 本年新增 or 本年减少 counts as 0 where at least one of them is given; a blank 年末累计 is left to observation.missing-value; a row with a figure that cannot be read is not examined
-- message: “{indicator_name}”年末累计{found}，应等于上年末累计{opening}＋本年新增{flow}－本年减少{removed}＝{expected}（文件{file}工作表“{sheet}”的{cell}、{opening_cell}、{flow_cell}、{removed_cell}），请核对这几格。
with amounts as (
  select
    indicator, entity, file, sheet,
    any_value(value) filter (measure = 'opening') as opening,
    any_value(value) filter (measure = 'flow') as flow,
    any_value(value) filter (measure = 'removed') as removed,
    any_value(value) filter (measure = 'closing') as closing,
    any_value(cell) filter (measure = 'opening') as opening_cell,
    any_value(cell) filter (measure = 'flow') as flow_cell,
    any_value(cell) filter (measure = 'removed') as removed_cell,
    any_value(cell) filter (measure = 'closing') as cell,
    bool_or(state in ('unreadable', 'withheld')) as unread
  from observation.reported_cell
  group by indicator, entity, file, sheet, row_number
),
balanced as (
  select
    *,
    coalesce(opening, 0) + coalesce(flow, 0) - coalesce(removed, 0) as expected_value
  from amounts
  where not unread and closing is not null and (opening is not null or flow is not null or removed is not null)
)
select
  b.entity, b.file, b.sheet, b.cell, plain(b.closing) as found,
  plain(b.expected_value) as expected, plain(b.closing - b.expected_value) as difference,
  i.unit, [b.indicator] as indicators, i.name as indicator_name,
  coalesce(plain(b.opening), '0') as opening, coalesce(plain(b.flow), '0') as flow,
  coalesce(plain(b.removed), '0') as removed, b.opening_cell, b.flow_cell, b.removed_cell
from balanced b
join registry.indicator i on i.code = b.indicator
where i.kind = 'STOCK' and b.closing <> b.expected_value
order by b.entity, i.position

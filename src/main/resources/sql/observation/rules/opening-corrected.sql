-- code: observation.opening-corrected
-- severity: note
-- when: the value sealed last year was corrected by a declared correction
-- missing: a member without a row of the indicator is told without a cell
-- message: “{indicator_name}”上年末累计由封存的{found}更正为{expected}：{reason}（{corrected_by}，{corrected_on}）。
select
  o.entity, c.file, c.sheet, c.cell, plain(o.sealed) as found, plain(o.value) as expected,
  plain(o.value - o.sealed) as difference, i.unit, [o.indicator] as indicators,
  i.name as indicator_name, o.reason, o.corrected_by, o.corrected_on::varchar as corrected_on
from registry.opening o
join registry.indicator i on i.code = o.indicator
left join observation.reported_cell c
  on c.indicator = o.indicator and c.entity = o.entity and c.measure = 'opening'
where o.sealed is not null
order by o.entity, i.position

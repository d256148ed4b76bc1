-- code: round.piles-opening
-- severity: error
-- when: 上年末公共桩 of a member's cities does not add up to last year's sealed 累计公共充电桩
-- missing: members without rows of 充电桩 are left to observation.missing-value; where a cell is blank or cannot be read nothing is added up
-- message: “充电桩”各城市上年末公共桩合计{found}个，应为上年封存的{expected}个，请核对各城市的上年末数。
select
  e.entity, any_value(e.file) as file, any_value(e.sheet) as sheet,
  arg_min(e.cell, e.row_number) as cell, plain(sum(figure(e.text))) as found,
  plain(o.value) as expected, plain(sum(figure(e.text)) - o.value) as difference, '个' as unit,
  ['A02-02'] as indicators
from observation.evidence_cell e
join registry.opening o on o.indicator = 'A02-02' and o.entity = e.entity
where e.form = 'piles' and e.column_code = 'opening'
group by e.entity, o.value
having sum(figure(e.text)) <> o.value and bool_and(e.state = 'given')
order by e.entity

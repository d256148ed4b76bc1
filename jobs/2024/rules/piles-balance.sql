-- code: round.piles-balance
-- severity: error
-- when: 年末公共桩 of a city is not 上年末公共桩 + 本年新建公共桩 − 本年减少公共桩
-- missing: rows where one of the four is blank are left to observation.required-evidence
-- message: “充电桩”第{row_number}行（{city}）年末公共桩填报{found}，应等于上年末＋本年新建－本年减少＝{expected}，请核对这四格。
with amounts as (
  select
    entity, file, sheet, row_number,
    any_value(text) filter (column_code = 'city') as city,
    any_value(cell) filter (column_code = 'closing') as cell,
    any_value(figure(text)) filter (column_code = 'closing') as closing,
    any_value(figure(text)) filter (column_code = 'opening') as opening,
    any_value(figure(text)) filter (column_code = 'built') as built,
    any_value(figure(text)) filter (column_code = 'removed') as removed
  from observation.evidence_cell
  where form = 'piles'
  group by entity, file, sheet, row_number
)
select
  entity, file, sheet, cell, plain(closing) as found, plain(opening + built - removed) as expected,
  plain(closing - (opening + built - removed)) as difference, '个' as unit,
  ['A02-01', 'A02-02'] as indicators, row_number, city
from amounts
where closing <> opening + built - removed
order by entity, sheet, row_number

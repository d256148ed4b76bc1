-- code: observation.opening-differs
-- severity: error
-- when: 上年末累计 is not the value sealed last year
-- needs: registry.opening
-- skipped: 本年度没有上年末封存值（opening.csv为空），未核对上年末累计。
-- missing: where last year has no closing value nothing is compared; a blank opening counts as differing; one that cannot be read is left to observation.unreadable-value
-- message: “{indicator_name}”上年末累计应为上年封存的{expected}，表中为{found}，请恢复模板中的数；如上年数确需更正，请报秘书处在opening.yml中登记原值、更正值和理由。
select
  c.entity, c.file, c.sheet, c.cell, coalesce(c.raw, '空') as found, plain(o.value) as expected,
  plain(c.value - o.value) as difference, i.unit, [c.indicator] as indicators,
  i.name as indicator_name
from observation.reported_cell c
join registry.indicator i on i.code = c.indicator
join registry.opening o on o.indicator = c.indicator and o.entity = c.entity
where
  c.measure = 'opening' and c.value is distinct from o.value
  and c.state not in ('unreadable', 'withheld')
order by c.entity, i.position

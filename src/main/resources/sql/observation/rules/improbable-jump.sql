-- code: observation.improbable-jump
-- severity: verify
-- when: 年末累计 is more than three times, or less than half, of last year's sealed closing value
-- needs: registry.opening
-- skipped: 本年度没有上年末封存值（opening.csv为空），未与上年比较。
-- missing: where last year has no closing value, or it was 0, nothing is compared; a hundredfold is left to observation.unit-slip
-- message: “{indicator_name}”年末累计{found}{unit}，上年末为{expected}{unit}，变动超过常理（增至三倍以上或减去一半以上），请核对；确实如此的，请在该行“说明”栏写明原因。
with compared as (
  select
    c.* replace (c.value::decimal(38, 6) as value), o.value::decimal(38, 6) as last_year
  from observation.reported_cell c
  join registry.opening o on o.indicator = c.indicator and o.entity = c.entity
  where c.measure = 'closing' and o.value > 0 and c.value >= 0
)
select
  c.entity, c.file, c.sheet, c.cell, c.raw as found, plain(c.last_year) as expected,
  plain(c.value - c.last_year) as difference, i.unit, [c.indicator] as indicators,
  i.name as indicator_name
from compared c
join registry.indicator i on i.code = c.indicator
where
  (c.value > 3 * c.last_year or 2 * c.value < c.last_year)
  and (c.value = 0 or (c.value < 100 * c.last_year and 100 * c.value > c.last_year))
order by c.entity, i.position

-- code: observation.unit-slip
-- severity: verify
-- when: a figure stands at least a hundredfold above or below last year's closing value, else most of the other members' figures, else, where nobody else has one, above its part of the target, or a thousandfold below it; a cell of evidence is held against the middle of its column
-- missing: zero and figures without anything to hold against are not examined; shares are left to observation.share-as-percent, times to observation.time-unit
-- message: “{heading}”{cell}为{found}{unit}，{basis}为{reference}{unit}，相差百倍以上，疑为数量单位填错（如以万、亿计）。{advice}请核对后更正；确实无误的，请在该行“说明”栏写明原因。
-- partly: 与其他成员所报的数未作比较，单独核对一个文件时只与上年数和同列各行比较。
with factors as (
  select factor::decimal(18, 8) as factor, customary
  from (values
    (0.00000001, true), (0.0001, true), (0.001, false), (0.01, false), (0.1, false),
    (10, false), (100, false), (1000, false), (10000, true), (100000000, true)
  ) as f(factor, customary)
),
proposals as (
  select m.*, (m.value * f.factor)::decimal(38, 6) as proposal, f.customary
  from observation.magnitude m
  cross join factors f
  where m.measure = 'amount'
),
-- What the unit cannot be is no proposal: 12.34个.
possible as (
  select *, decimals is null or decimals_of(proposal) <= decimals as fits from proposals
),
-- 万 and 亿 first, where they bring it near; else the power of ten that comes nearest.
ranked as (
  select
    *,
    row_number() over (
      partition by entity, file, sheet, cell, basis
      order by
        customary and proposal * times * 20 >= reference and proposal * times <= reference * 20 desc,
        abs(proposal * times - reference)
    ) as place
  from possible
)
select
  entity, file, sheet, cell, raw as found,
  if(fits, plain(proposal), '按' || unit || '计的数') as expected,
  if(fits, plain(value - proposal), null) as difference, unit, indicators, heading, basis,
  plain(reference) as reference,
  if(fits, '按' || unit || '计，或应为' || plain(proposal) || unit || '。', '') as advice
from ranked
where place = 1
order by entity, file, sheet, cell, basis

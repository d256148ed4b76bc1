-- code: observation.time-unit
-- severity: verify
-- when: a time (秒, 分钟, 小时, 天) stands at least twentyfold, one in 工作日 eightfold above or below last year's value, or most of the other members', or the middle of its column, or, where there is nothing else, its target: 480 against 8; what it is in the column's unit, counted from another, is proposed where that comes within threefold
-- missing: zero and figures without anything to hold against are not examined; a number format that says another time is left to submission.shown-otherwise
-- message: “{heading}”{cell}为{found}{unit}，{basis}为{reference}{unit}，相差过大，疑为时间单位填错（如把分钟填作小时）。{advice}请核对，按“{unit}”填写；确实无误的，请在该行“说明”栏写明原因。
-- partly: 与其他成员所报的数未作比较，单独核对一个文件时只与上年数和同列各行比较。
with units as (
  from (
    values
      ('秒', '分钟', 60), ('秒', '小时', 3600),
      ('分钟', '秒', 0.016666666667), ('分钟', '小时', 60), ('分钟', '天', 1440),
      ('小时', '秒', 0.000277777778), ('小时', '分钟', 0.016666666667), ('小时', '天', 24),
      ('天', '小时', 0.041666666667), ('天', '分钟', 0.000694444444),
      ('日', '小时', 0.041666666667), ('日', '分钟', 0.000694444444),
      ('工作日', '小时', 0.125), ('个工作日', '小时', 0.125)
  ) as u(unit, other, times)
),
-- A proposal, rounded to two decimals.
proposals as (
  select
    m.*, u.other,
    round(m.value::decimal(22, 3) * u.times::decimal(16, 12), 2) as proposal
  from observation.magnitude m
  left join units u on u.unit = m.unit
  where m.measure = 'time'
),
ranked as (
  select
    *, coalesce(proposal > 0 and proposal <= 3 * reference and 3 * proposal >= reference, false) as near,
    row_number() over (
      partition by entity, file, sheet, cell, basis order by abs(proposal - reference), other
    ) as place
  from proposals
)
select
  entity, file, sheet, cell, raw as found, if(near, plain(proposal), plain(reference)) as expected,
  plain(value - if(near, proposal, reference)) as difference, unit, indicators, heading, basis,
  plain(reference) as reference,
  if(near, '如以' || other || '计，应为' || plain(proposal) || unit || '。', '') as advice
from ranked
where place = 1
order by entity, file, sheet, cell, basis

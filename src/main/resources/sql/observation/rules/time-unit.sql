-- code: observation.time-unit
-- severity: verify
-- when: a time (秒, 分钟, 小时, 天, 工作日) stands at least twentyfold above or below last year's value, or most of the other members', or the middle of its column: 480 against 8
-- missing: zero and figures without anything to hold against are not examined
-- message: “{heading}”{cell}为{found}{unit}，{basis}为{expected}{unit}，相差二十倍以上，疑为时间单位填错（如把分钟填作小时），请按“{unit}”填写；确实无误的，请在该行“说明”栏写明原因。
-- partly: 与其他成员所报的数未作比较，单独核对一个文件时只与上年数和同列各行比较。
select
  entity, file, sheet, cell, raw as found, plain(reference) as expected,
  plain(value - reference) as difference, unit, indicators, heading, basis
from observation.magnitude
where measure = 'time'
order by entity, file, sheet, cell, basis

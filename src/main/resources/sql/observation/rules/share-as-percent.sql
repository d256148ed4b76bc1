-- code: observation.share-as-percent
-- severity: verify
-- when: a share (%, ‰, 百分点, 比, 倍) stands at least twentyfold above or below last year's value, or most of the other members': 85 against 0.85
-- missing: zero and figures without anything to hold against are not examined
-- message: “{heading}”{cell}为{found}{unit}，{basis}为{expected}{unit}，疑为百分数与小数（比值）混用，请按“{unit}”填写；确实无误的，请在该行“说明”栏写明原因。
-- partly: 与其他成员所报的数未作比较，单独核对一个文件时只与上年数和同列各行比较。
select
  entity, file, sheet, cell, raw as found, plain(reference) as expected,
  plain(value - reference) as difference, unit, indicators, heading, basis
from observation.magnitude
where measure = 'share'
order by entity, file, sheet, cell, basis

-- code: observation.repeated-indicator
-- severity: error
-- when: an indicator has two rows in 指标
-- missing: rows of 指标 without a code are not examined
-- message: 指标“{found}”在表中出现了{times}次（首次在第{first_row}行），不能确定以哪一行为准，请只保留一行。
select
  entity, file, sheet, arg_max(code_cell, row_number) as cell, indicator as found, '一行' as expected,
  null as difference, null as unit, [indicator] as indicators,
  count(*) as times, min(row_number) as first_row
from observation.account
where indicator in (select code from registry.indicator)
group by entity, file, sheet, indicator
having count(*) > 1
order by entity, indicator

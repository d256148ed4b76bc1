-- code: observation.commitments-not-compared
-- severity: verify
-- when: the definition of the year before has a fault, so that this year's promises could not be set against it
-- missing: a year before that is not defined at all is told in 承诺对照; this year's figures and verdicts are not touched
-- message: {file}是上年度的定义，第{cell}行有误（{key}）：{fault}承诺对照因此没有做，本年度的数不受影响。请改正上年度的定义后重新运行。
-- alone: 上年度的定义与报送文件无关，单独核对一个文件时不检查。
select
  null as entity, f.file, null as sheet, f.line::varchar as cell, f.key as found, null as expected,
  null as difference, null as unit, []::varchar[] as indicators, f.key, f.message as fault
from registry.fault_before f
order by f.position

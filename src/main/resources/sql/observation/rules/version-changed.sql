-- code: observation.version-changed
-- severity: note
-- when: a version in force differs from one it superseded
-- missing: members with one version are not examined
-- message: 采用的{file}与此前收到的{older}相比有{cells}处不同，逐格列在完成情况汇总的“版本差异”页，请核对是否都是有意更正的。
select
  entity, in_force_file as file, null as sheet, null as cell, null as found, null as expected,
  null as difference, null as unit, []::varchar[] as indicators,
  count(*)::varchar as cells, superseded_file as older
from submission.changed_cell
group by entity, in_force_file, superseded_file, superseded
order by entity, in_force_file, superseded_file

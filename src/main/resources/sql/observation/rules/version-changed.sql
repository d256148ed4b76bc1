-- code: observation.version-changed
-- severity: note
-- when: a version in force differs from one it superseded
-- missing: members with one version are not examined
-- message: 采用的{file}与此前收到的{expected}相比有{found}处不同，逐格列在“版本差异”中。
select
  entity, in_force_file as file, null as sheet, null as cell, count(*)::varchar as found,
  superseded_file as expected, null as difference, null as unit, []::varchar[] as indicators
from submission.changed_cell
group by entity, in_force_file, superseded_file, superseded
order by entity, in_force_file, superseded_file

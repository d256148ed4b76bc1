-- code: observation.version-unchanged
-- severity: note
-- when: a version in force has the same values as one it superseded, in other bytes
-- missing: members with one version are not examined
-- message: 采用的{file}与此前收到的{found}各单元格的值都相同，视为没有变化。
select
  f.entity, f.file, null as sheet, null as cell, o.file as found, '有变化才需重新报送' as expected,
  null as difference, null as unit, []::varchar[] as indicators
from submission.intake o
join submission.in_force f on f.entity = o.entity
where
  o.state = 'received' and o.submission <> f.submission
  and o.submission not in (select superseded from submission.changed_cell)
order by f.entity, o.file

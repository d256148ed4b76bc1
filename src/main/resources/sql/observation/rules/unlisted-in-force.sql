-- code: observation.unlisted-in-force
-- severity: verify
-- when: a file dropped in by hand, dated by its cover, supersedes one listed in received.csv and differs from it
-- missing: members without a listed submission are left to submission.not-listed
-- message: 采用的{file}没有接收记录，按其封面填报日期（{cell}）{found}排在已登记的{expected}之后，取代了它，两者的数不同。填报日期有误的请更正；确应采用的，请用receive接收登记，或由秘书处免除。
select
  f.entity, f.file, coalesce(any_value(c.sheet), '封面') as sheet, any_value(c.cell) as cell, f.received_at as found,
  max_by(o.file, o.received_at || o.submission) as expected, null as difference, null as unit,
  []::varchar[] as indicators
from submission.in_force f
join submission.intake i on i.submission = f.submission and not i.listed
join submission.intake o on o.entity = f.entity and o.state = 'received' and o.listed
left join submission.staged_cover c on c.submission = f.submission and c.entry = 'DATE'
where o.submission in (select superseded from submission.changed_cell)
group by f.entity, f.file, f.received_at
order by f.entity

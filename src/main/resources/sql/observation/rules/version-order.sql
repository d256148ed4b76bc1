-- code: observation.version-order
-- severity: verify
-- when: a superseded version differs from the one in force and bears a higher number on its cover, or the same number and, dropped in without a line in received.csv, the same day; told once per member
-- missing: rejected files are not examined
-- message: 采用的是最后收到的{file}，封面版本号（{cell}）是{found}；而此前收到的{others}，两者的数不同。请确认以哪一份为准：以现用的为准，请把{cell}的版本号改为{expected}后重新报送；以此前的为准，请把那一份的版本号改为{expected}后重新报送。
with doubted as (
  select
    f.entity, f.file, f.submission, f.version, o.version as other_version, o.file as other, o.received_at
  from submission.in_force f
  join submission.intake o
    on o.entity = f.entity and o.state = 'received' and o.submission <> f.submission
  where
    (
      o.version > f.version
      or (
        not o.listed and o.version = f.version
        and left(o.received_at, 10) = left(f.received_at, 10)
      )
    )
    and o.submission in (select superseded from submission.changed_cell)
)
select
  d.entity, d.file, coalesce(any_value(c.sheet), '封面') as sheet, any_value(c.cell) as cell,
  any_value(d.version)::varchar as found, (max(d.other_version) + 1)::varchar as expected,
  null as difference, null as unit, []::varchar[] as indicators,
  array_to_string(list(
    d.other || '是第' || d.other_version || '版' order by d.other_version desc, d.received_at desc, d.other
  ), '、') as others
from doubted d
left join submission.staged_cover c on c.submission = d.submission and c.entry = 'VERSION'
group by d.entity, d.file
order by d.entity

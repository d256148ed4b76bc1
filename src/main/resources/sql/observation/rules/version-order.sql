-- code: observation.version-order
-- severity: verify
-- when: a superseded version differs from the one in force and bears a higher number on its cover, or the same number and, dropped in without a line in received.csv, the same day
-- missing: rejected files are not examined
-- message: 采用的是{file}（封面第{version}版，收到于{received_at}），而此前的{other}封面为第{found}版，两者的数不同。请确认以哪一版为准：应采用{other}的，请将版本号改大后重新接收；现用的无误的，请改正其版本号后重新报送，或由秘书处免除。
select
  f.entity, f.file, '封面' as sheet, null as cell, o.version::varchar as found,
  '不高于' || f.version as expected, null as difference, null as unit,
  []::varchar[] as indicators, f.version::varchar as version,
  left(f.received_at, 10) as received_at, o.file as other
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
order by f.entity, o.file

-- takes: submission.intake
-- The one submission of each member that counts: the latest received, then the highest version on
-- the cover, then the largest sha256. A rejected file supersedes nothing.
with ranked as (
  select
    *,
    row_number() over (
      partition by entity order by received_at desc, version desc, submission desc
    ) as place
  from submission.intake
  where state = 'received'
)
select submission, entity, file, received_at, origin, version, cover_date, coalesce(late, false) as late
from ranked
where place = 1
order by entity

-- takes: submission.intake, submission.in_force, submission.staged_row
-- Submissions in force that hold the same values as one received before from the same member, though
-- their bytes differ: a return copy sent back, a workbook saved by another program. The order of
-- sheets and rows plays no part.
with content as (
  select
    submission,
    count(*) as rows,
    sum(hash(form, cells)::hugeint) as total,
    bit_xor(hash(form, cells)) as parity
  from submission.staged_row
  group by submission
),
received as (
  select i.entity, i.file, i.received_at, i.version, c.*
  from submission.intake i
  join content c using (submission)
  where i.state = 'received'
)
select later.submission, later.entity, later.file, earlier.file as other
from received later
join submission.in_force f on f.submission = later.submission
join received earlier
  on earlier.entity = later.entity
  and earlier.submission <> later.submission
  and earlier.rows = later.rows
  and earlier.total = later.total
  and earlier.parity = later.parity
qualify row_number() over (
  partition by later.submission
  order by earlier.received_at desc, earlier.version desc, earlier.submission desc
) = 1
order by later.entity

-- takes: reconciliation.contribution
-- One row per indicator and member that has cells: how many there are, how many are counted, and a
-- fingerprint over all of them, so that a change in any one shows where only the first are listed. No
-- text as long as a sheet is made: every 8,192 rows of a sheet have a fingerprint, and the member has
-- the fingerprint of those; of one alone it is that.
with stretches as (
  select
    indicator, entity, submission, sheet, row_number >> 13 as stretch, count(*) as cells,
    count(*) filter (counted) as counted_cells,
    sha256(
      string_agg(
        concat_ws(
          chr(31), file, sheet, cell, coalesce(raw, ''), coalesce(plain(value), ''),
          coalesce(key, ''), counted::varchar
        ),
        chr(30)
        order by row_number, cell
      )
    ) as fingerprint
  from reconciliation.contribution
  group by indicator, entity, submission, sheet, stretch
)
select
  indicator, entity, sum(cells)::integer as cells, sum(counted_cells)::integer as counted_cells,
  if(
    count(*) = 1,
    any_value(fingerprint),
    sha256(string_agg(fingerprint, chr(30) order by submission, sheet, stretch))
  ) as fingerprint
from stretches
group by indicator, entity
order by indicator, entity

-- takes: reconciliation.contribution
-- One row per indicator and member that has cells: how many there are, how many are counted, and a
-- fingerprint over all of them, so that a change in any one shows where only the first are listed.
-- Each cell is told with its place, so no order is needed and nothing has to be held but a sum. What
-- proves a cell is its leaf (leaves.txt), not this.
select
  indicator, entity, count(*)::integer as cells,
  (count(*) filter (counted))::integer as counted_cells,
  sha256(
    concat_ws(
      chr(31),
      count(*),
      bit_xor(
        md5_number(
          concat_ws(
            chr(31), file, sheet, cell, coalesce(raw, ''), coalesce(plain(value), ''),
            coalesce(key, ''), counted::varchar
          )
        )
      )
    )
  ) as fingerprint
from reconciliation.contribution
group by indicator, entity
order by indicator, entity

-- takes: reconciliation.contribution
-- One row per indicator and member that has cells: how many there are, how many are counted, and a
-- fingerprint over all of them, so that a change in any one shows where only the first are listed.
select
  indicator, entity, count(*)::integer as cells,
  (count(*) filter (counted))::integer as counted_cells,
  sha256(
    string_agg(
      concat_ws(
        chr(31), file, sheet, cell, coalesce(raw, ''), coalesce(plain(value), ''),
        coalesce(key, ''), counted::varchar
      ),
      chr(30)
      order by submission, sheet, row_number, cell
    )
  ) as fingerprint
from reconciliation.contribution
group by indicator, entity
order by indicator, entity

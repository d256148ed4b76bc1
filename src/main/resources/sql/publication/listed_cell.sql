-- takes: reconciliation.lineage
-- The first cells of every indicator and member, as far as a sheet can list them, each with its place
-- among them; all of them stand in reconciliation.lineage.
select
  indicator, entity, submission, file, sheet, row_number, cell, raw, value, side, key, counted,
  (row_number() over (
    partition by indicator, entity order by submission, sheet, row_number, cell, side
  ))::integer as place
from reconciliation.lineage
qualify place <= 10000
order by indicator, entity, place

-- takes: reconciliation.lineage
-- The first cells of every indicator and member, as far as a sheet can list them; all of them stand
-- in reconciliation.lineage.
select
  indicator, entity, submission, file, sheet, row_number, cell, raw, value, side, key, counted
from reconciliation.lineage
qualify
  row_number() over (
    partition by indicator, entity order by submission, sheet, row_number, cell, side
  ) <= 2500
order by indicator, entity, submission, sheet, row_number, cell, side

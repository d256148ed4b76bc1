-- takes: reconciliation.lineage
-- One row per cell the figures of the edition rest on, whichever figures those are.
select distinct submission, file, sheet, row_number, cell, raw, value
from reconciliation.lineage
order by file, submission, sheet, row_number, cell, raw, value

-- takes: reconciliation.contribution
-- The first cells of every indicator and member, as far as a passport lists them; all of them stand
-- in reconciliation.lineage.
select
  indicator, entity, file, sheet, cell, raw, value,
  nullif(replace(key, chr(31), '，'), '') as key, counted
from reconciliation.contribution
qualify
  row_number() over (
    partition by indicator, entity order by submission, sheet, row_number, cell
  ) <= 50
order by indicator, entity, submission, sheet, row_number, cell

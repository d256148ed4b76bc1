-- takes: reconciliation.fragility
-- The withdrawals that change an outcome, as far as a passport lists them, and how many there are of
-- each level.
select
  indicator, level, entity, file, sheet, cell, numerator, denominator, outcome_without,
  (count(*) over (partition by indicator, level))::integer as pieces
from reconciliation.fragility
qualify
  row_number() over (
    partition by indicator, level order by entity, sheet, regexp_extract(cell, '\d+')::integer, cell
  ) <= 20
order by indicator, list_position(['member', 'file', 'cell'], level), entity, sheet,
  regexp_extract(cell, '\d+')::integer, cell

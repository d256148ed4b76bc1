-- takes: reconciliation.lineage
-- The cells each indicator rests on, gathered by member, file, sheet and column.
with placed as (
  select
    indicator, entity, file, sheet, row_number, cell,
    regexp_extract(cell, '^[A-Z]+') as letters
  from reconciliation.lineage
)
select
  indicator, entity, file, sheet, letters, count(*)::integer as cells,
  arg_min(cell, row_number) as first_cell, arg_max(cell, row_number) as last_cell
from placed
group by indicator, entity, file, sheet, letters
order by indicator, entity, file, sheet, length(letters), letters

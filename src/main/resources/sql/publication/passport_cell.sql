-- takes: publication.listed_cell
-- The first cells of every indicator and member, as far as a passport lists them; all of them stand
-- in reconciliation.lineage. A ratio has none of its own.
select indicator, entity, file, sheet, cell, raw, value, key, counted
from publication.listed_cell
where side = indicator and place <= 50
order by indicator, entity, place

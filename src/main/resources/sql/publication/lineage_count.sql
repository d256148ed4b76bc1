-- takes: reconciliation.lineage
-- How many cells of a member each indicator's figure rests on.
select indicator, entity, count(*)::integer as cells
from reconciliation.lineage
group by indicator, entity
order by indicator, entity

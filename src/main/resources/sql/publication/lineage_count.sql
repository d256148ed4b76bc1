-- takes: reconciliation.lineage
-- How many cells each indicator's figure rests on.
select indicator, count(*)::integer as cells
from reconciliation.lineage
group by indicator
order by indicator

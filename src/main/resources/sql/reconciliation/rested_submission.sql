-- takes: reconciliation.lineage
-- One row per indicator and submission its figure rests on.
select indicator, entity, submission
from reconciliation.lineage
group by indicator, entity, submission
order by indicator, entity, submission

-- takes: observation.evidence_row
-- One row per indicator and member that has evidence rows: there the figure of 指标 counts for nothing.
select distinct indicator, entity
from observation.evidence_row
order by indicator, entity

-- takes: observation.evidence_row, registry.indicator, registry.reference
-- One row per coverage indicator and member of its reference list that is reached.
select distinct e.indicator, n.code
from observation.evidence_row e
join registry.indicator i on i.code = e.indicator
join registry.reference n on n.list = i.reference and n.code = e.key
where i.kind = 'COVERAGE' and e.known
order by e.indicator, n.code

-- One row per cell an indicator rests on at one member (a ratio has none of its own), with what it
-- brings: a key, an amount. What is not counted brings nothing: an unknown key, a deliverable that is
-- not done, an amount that cannot be read. Where a member has no evidence, the figure of 指标 counts.
create or replace view reconciliation.contribution as
select
  e.indicator, e.entity, e.submission, e.file, e.sheet, e.row_number, e.cell, e.raw, e.key, e.value,
  coalesce(
    case i.kind
      when 'DISTINCT' then e.key <> '' and e.known
      when 'COMMON' then e.key <> '' and e.known
      when 'COVERAGE' then e.key <> '' and e.known
      when 'MILESTONE'
        then e.key <> '' and e.known and e.value = 1 and list_contains(i.deliverables, e.key)
      else e.value is not null
    end,
    false) as counted
from observation.evidence_row e
join registry.indicator i on i.code = e.indicator
where e.cell is not null
union all
select
  v.indicator, v.entity, v.submission, v.file, v.sheet, regexp_extract(v.cell, '\d+')::integer, v.cell,
  v.raw, null, v.value,
  coalesce(v.value is not null and i.kind in ('FLOW', 'STOCK', 'DURATION'), false)
from observation.member_value v
join registry.indicator i on i.code = v.indicator
where v.cell is not null and v.state <> 'missing'
  and not exists (
    from reconciliation.documented d where d.indicator = v.indicator and d.entity = v.entity
  )

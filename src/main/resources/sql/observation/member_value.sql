-- takes: observation.reported_cell, observation.account, observation.evidence_row, registry.indicator, registry.reporter
-- One row per indicator and member that has to report it. Where evidence is asked for it gives the
-- value, and the figure of 指标 is its control; else the figure of 指标 is the value.
with figures as (
  select c.*
  from observation.reported_cell c
  join registry.indicator i on i.code = c.indicator
  where c.measure = case i.kind when 'FLOW' then 'flow' else 'closing' end
  qualify row_number() over (partition by c.indicator, c.entity order by c.sheet, c.row_number) = 1
),
evidence as (
  select
    e.indicator, e.entity,
    case
      when any_value(i.kind) in ('FLOW', 'STOCK') then sum(e.value)
      when any_value(i.kind) = 'DURATION' then max(e.value)
      when any_value(i.kind) = 'MILESTONE'
        then count(distinct e.key) filter (e.value = 1 and list_contains(i.deliverables, e.key))
      else count(distinct e.key) filter (e.known)
    end::decimal(38, 6) as value
  from observation.evidence_row e
  join registry.indicator i on i.code = e.indicator
  group by e.indicator, e.entity
),
accounts as (
  select indicator, entity, any_value(submission) as submission, any_value(file) as file, any_value(sheet) as sheet,
    any_value(cell) as cell, any_value(account) as account
  from observation.account
  where not is_blank(account)
  group by indicator, entity
)
select
  i.code as indicator,
  r.entity,
  case
    when i.kind = 'NARRATIVE' then case when a.account is null then 'missing' else 'reported' end
    when e.indicator is not null then 'reported'
    when i.form is not null and f.state = 'figure' and f.value = 0 then 'reported'
    when f.state = 'not_applicable' then 'not_applicable'
    when i.form is null and f.state = 'figure' then 'reported'
    else 'missing'
  end as state,
  case
    when i.kind = 'NARRATIVE' then null
    when e.indicator is not null then e.value
    when i.form is not null and f.value = 0 then f.value
    when i.form is null then f.value
  end::decimal(38, 6) as value,
  -- What a narrative says stands in its account, never in the blank cell of its figure.
  case when i.kind = 'NARRATIVE' then a.submission else f.submission end as submission,
  case when i.kind = 'NARRATIVE' then a.file else f.file end as file,
  case when i.kind = 'NARRATIVE' then a.sheet else f.sheet end as sheet,
  case when i.kind = 'NARRATIVE' then a.cell else f.cell end as cell,
  case when i.kind = 'NARRATIVE' then a.account else f.raw end as raw
from registry.reporter r
join registry.indicator i on i.code = r.indicator
left join figures f on f.indicator = r.indicator and f.entity = r.entity
left join evidence e on e.indicator = r.indicator and e.entity = r.entity
left join accounts a
  on a.indicator = r.indicator and a.entity = r.entity and i.kind = 'NARRATIVE'
order by i.position, r.position

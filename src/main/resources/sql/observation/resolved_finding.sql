-- takes: observation.finding, observation.explanation, observation.evidence_cell, registry.waiver
-- Every finding and what became of it: open, explained by the member, waived by the secretariat, or
-- returned with the file it rejected.
-- Only 核实 can be cleared. A member's text clears the findings on its own row, and those on cells
-- of evidence of the row's indicator that it names by their address.
with numbered as (
  select row_number() over () as number, * from observation.finding
),
explained as (
  select
    f.number,
    arg_min(e.text, (e.sheet is distinct from f.sheet)::integer || e.cell) as text,
    arg_min(e.sheet || '!' || e.cell, (e.sheet is distinct from f.sheet)::integer || e.cell) as cell
  from numbered f
  join observation.explanation e
    on e.file = f.file and e.entity = f.entity
    and (
      (e.sheet = f.sheet and e.row_number = try_cast(regexp_extract(f.cell, '\d+$') as integer))
      or (
        e.sheet <> f.sheet and list_contains(f.indicators, e.indicator)
        and list_contains(
          regexp_extract_all(
            replace(upper(half_width(e.text)), '$', ''), '[A-Z]{1,3}\d{1,7}'), f.cell)
        -- A text that names another sheet speaks of that one's cells.
        and (
          contains(e.text, f.sheet)
          or not exists (
            from observation.evidence_cell s
            where s.file = f.file and s.entity = f.entity and contains(e.text, s.sheet)
          )
        )
      )
    )
  where f.severity = 'VERIFY'
  group by f.number
),
waived as (
  select
    f.number, list(w.position order by w.position) as waivers,
    arg_min(w.reason, w.position) as text, arg_min(w.waived_by, w.position) as waived_by,
    arg_min(w.waived_on, w.position) as waived_on
  from numbered f
  join registry.waiver w
    on w.code = f.code and w.entity = f.entity
    and coalesce(w.file = f.file, w.file is null)
    and coalesce(w.sheet = f.sheet, w.sheet is null)
    and coalesce(w.cell = f.cell, w.cell is null)
    and coalesce(w.found = f.found, w.found is null)
    and (w.indicator is null or list_contains(f.indicators, w.indicator))
  group by f.number
)
select
  f.* exclude (number, returned),
  case
    when f.returned then 'returned'
    when f.severity = 'VERIFY' and w.number is not null then 'waived'
    when e.number is not null then 'explained'
    else 'open'
  end as resolution,
  case when f.severity = 'VERIFY' then coalesce(w.text, e.text) end as resolution_text,
  case when w.number is null then e.cell end as resolution_cell,
  case when f.severity = 'VERIFY' then w.waived_by end as resolution_by,
  case when f.severity = 'VERIFY' then w.waived_on end as resolution_on,
  coalesce(w.waivers, []) as waivers
from numbered f
left join explained e on e.number = f.number
left join waived w on w.number = f.number
order by all

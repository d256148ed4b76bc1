-- takes: observation.finding, observation.explanation, observation.received_sheet, submission.changed_cell, submission.staged_row, registry.waiver
-- What became of findings, by their row number: of those a member explained, the secretariat waived,
-- an entry of waivers.yml fits, or a text stands beside that was written for other values.
-- Only 核实 can be cleared. A member's text clears the findings on its own row, and those on cells
-- of evidence of the row's indicator that it names by their address; one written for values of an
-- earlier version clears nothing (decision 0012).
with doubted as (
  select
    rowid as number, entity, file, sheet, cell, indicators,
    try_cast(regexp_extract(cell, '\d+$') as integer) as row_number
  from observation.finding
  where severity = 'VERIFY'
),
sheets as (
  select
    file, sheet, half_width(sheet) as name, form = '指标' as figures,
    count(*) over (partition by submission, form) > 1 as several
  from observation.received_sheet
),
-- A name within a longer one is not named by it: 归集岗位 within 归集岗位（2）.
longer as (
  select s.file, s.sheet, list(o.name order by length(o.name) desc, o.name) as names
  from sheets s
  join sheets o on o.file = s.file and o.name <> s.name and contains(o.name, s.name)
  group by s.file, s.sheet
),
-- The evidence sheets a text beside an indicator names.
named as (
  select e.file, e.sheet as own, e.cell, s.sheet
  from observation.explanation e
  join sheets s on s.file = e.file and not s.figures
  left join longer l on l.file = s.file and l.sheet = s.sheet
  where
    e.indicator is not null
    and contains(
      list_reduce(
        list_concat([half_width(e.text)], coalesce(l.names, [])), lambda text, name: replace(text, name, '')
      ),
      s.name
    )
),
-- The cells a text beside an indicator names.
naming as (
  select
    e.*,
    unnest(list_distinct(regexp_extract_all(
      replace(upper(half_width(e.text)), '$', ''), '[A-Z]{1,3}\d{1,7}'))) as named_cell,
    exists (
      from named n where n.file = e.file and n.own = e.sheet and n.cell = e.cell
    ) as names_sheet
  from observation.explanation e
  where e.indicator is not null
),
spoken as (
  select
    f.number, f.sheet as finding_sheet, f.cell as finding_cell, f.row_number as finding_row,
    e.* exclude (indicator), '0' || e.cell as place
  from doubted f
  join observation.explanation e
    on e.file = f.file and e.entity = f.entity and e.sheet = f.sheet and e.row_number = f.row_number
  union all
  select
    f.number, f.sheet, f.cell, f.row_number,
    e.* exclude (indicator, named_cell, names_sheet), '1' || e.cell
  from doubted f
  join naming e
    on e.file = f.file and e.entity = f.entity and e.named_cell = f.cell
  left join named n
    on n.file = e.file and n.own = e.sheet and n.cell = e.cell and n.sheet = f.sheet
  left join sheets s on s.file = f.file and s.sheet = f.sheet
  where
    e.sheet <> f.sheet and list_contains(f.indicators, e.indicator)
    -- A text that names another sheet speaks of that one's cells; one that names none of several
    -- sheets of a form, of nobody knows which.
    and (n.sheet is not null or (not e.names_sheet and not coalesce(s.several, false)))
),
row_change as (
  select
    in_force as submission, superseded, sheet, heading, change, new_cell,
    try_cast(regexp_extract(new_cell, '\d+$') as integer) as row_number
  from submission.changed_cell
  where change <> 'removed'
),
-- The same text stood there in an earlier version, in which the row had other values: it was
-- written for those.
stale as (
  select distinct s.number, s.place, s.cell
  from spoken s
  join row_change v
    on v.submission = s.submission and v.sheet = s.finding_sheet and v.row_number = s.finding_row
  where
    v.heading not in ('说明', '备注')
    and (v.heading <> '完成情况说明' or v.new_cell = s.finding_cell)
    and not exists (
      from row_change t
      where t.submission = v.submission and t.superseded = v.superseded and t.sheet = s.sheet
        and t.row_number = s.row_number and (t.change = 'added' or t.heading = s.heading)
    )
  union
  -- A row that bore the text is gone, wherever it stood, and one of another key bears it: it was
  -- rewritten, and perhaps moved.
  select s.number, s.place, s.cell
  from spoken s
  join row_change v
    on v.submission = s.submission and v.sheet = s.sheet and v.row_number = s.row_number
    and v.change = 'added'
  join submission.staged_row n
    on n.submission = v.submission and n.sheet = v.sheet and n.row_number = v.row_number
  join submission.changed_cell g
    on g.in_force = v.submission and g.superseded = v.superseded and g.change = 'removed'
  join submission.staged_row o
    on o.submission = v.superseded and o.sheet = g.sheet and o.form = n.form
    and o.row_number = try_cast(regexp_extract(g.old_cell, '\d+$') as integer)
  where s.sheet = s.finding_sheet and list_contains(
    list_transform(o.cells, lambda c: trim(c)), trim(s.as_received))
),
explained as (
  select
    s.number, arg_min(s.text, s.place) as text,
    arg_min(s.sheet || '!' || s.cell, s.place) as cell
  from spoken s
  anti join stale o on o.number = s.number and o.place = s.place
  group by s.number
),
outdated as (
  select number, min(cell) as cell from stale group by number
),
waived as (
  select
    f.rowid as number, list(w.position order by w.position) as waivers,
    arg_min(w.reason, w.position) as text, arg_min(w.waived_by, w.position) as waived_by,
    arg_min(w.waived_on, w.position) as waived_on, f.severity = 'VERIFY' as clears
  from observation.finding f
  join registry.waiver w
    on w.code = f.code and w.entity = f.entity
    and coalesce(w.file = f.file, w.file is null)
    and coalesce(w.sheet = f.sheet, w.sheet is null)
    and coalesce(w.cell = f.cell, w.cell is null)
    and coalesce(w.found = f.found, w.found is null)
    and (w.indicator is null or list_contains(f.indicators, w.indicator))
  group by f.rowid, f.severity
)
select
  number,
  case
    when coalesce(w.clears, false) then 'waived'
    when e.number is not null then 'explained'
  end as resolution,
  if(w.clears, w.text, e.text) as resolution_text,
  if(w.number is null, e.cell, null) as resolution_cell,
  if(w.clears, w.waived_by, null) as resolution_by,
  if(w.clears, w.waived_on, null) as resolution_on,
  coalesce(w.waivers, []) as waivers,
  if(e.number is null and w.number is null, o.cell, null) as outdated_cell
from explained e
full join waived w using (number)
full join outdated o using (number)
order by number

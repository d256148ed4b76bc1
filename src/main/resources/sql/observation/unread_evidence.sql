-- takes: submission.in_force, submission.staged_sheet, submission.reading_finding, observation.received_row, observation.unread_cell, registry.indicator, registry.reporter, registry.form
-- One row per member and indicator whose evidence cannot be read in full, with the place: the sheet
-- was not found, a row or a further sheet was left out as doubtful, or a cell its value, key or
-- condition rests on gives no value. What such evidence adds up to says nothing.
with owed as (
  select
    f.entity, f.submission, i.code as indicator, i.form, m.title,
    list_filter(
      i.key_positions || i.where_positions || [i.value_position, i.whole_position],
      lambda p: p is not null
    ) as positions
  from registry.reporter r
  join registry.indicator i on i.code = r.indicator
  join registry.form m on m.code = i.form
  join submission.in_force f on f.entity = r.entity
),
cells as (
  select
    o.entity, o.indicator, o.form, o.title,
    r.sheet || '!' || coalesce(r.columns[u.position] || r.row_number, '第' || r.row_number || '行') as place,
    r.sheet_number, r.row_number, u.position
  from owed o
  join observation.received_row r on r.submission = o.submission and r.form = o.form
  join observation.unread_cell u
    on u.submission = r.submission and u.sheet = r.sheet and u.row_number = r.row_number
    and list_contains(o.positions, u.position)
),
places as (
  select entity, indicator, form, title, arg_min(place, (sheet_number, row_number, position)) as place, count(*) as times
  from cells
  group by entity, indicator, form, title
  union all
  select o.entity, o.indicator, o.form, o.title, title, 1
  from owed o
  where not exists (
    from submission.staged_sheet s where s.submission = o.submission and s.form = o.form
  )
  union all
  select o.entity, o.indicator, o.form, o.title, arg_min(g.sheet || coalesce('!' || g.cell, ''), coalesce(g.cell, '')), sum(g.places)
  from owed o
  join submission.reading_finding g
    on g.submission = o.submission and list_contains(g.indicators, o.indicator)
  where
    (
      ends_with(g.code, '.part-row')
      and exists (
        from submission.staged_sheet s
        where s.submission = o.submission and s.form = o.form and s.sheet = g.sheet
      )
    )
    or (
      (ends_with(g.code, '.duplicate-sheet') or ends_with(g.code, '.missing-heading'))
      and exists (from submission.staged_sheet s where s.submission = o.submission and s.form = o.form)
    )
  group by o.entity, o.indicator, o.form, o.title
)
select
  entity, indicator, form, title,
  min(place) || if(sum(times) > 1, '等' || sum(times) || '处', '') as place
from places
group by entity, indicator, form, title
order by entity, indicator

-- takes: submission.intake, submission.in_force, submission.staged_row, submission.staged_sheet, registry.form_column
-- One row per cell that differs between a superseded version and the one in force of the same
-- member, and one per row that only one of them has. Rows are the same by indicator or by the key
-- of the evidence form, by their number where the key is blank.
with versions as (
  select
    o.entity, o.submission as superseded, o.file as superseded_file,
    f.submission as in_force, f.file as in_force_file
  from submission.intake o
  join submission.in_force f on f.entity = o.entity
  where o.state = 'received' and o.submission <> f.submission
),
headings as (
  from (values
    ('指标', 1, '指标代码', true), ('指标', 2, '指标名称', false), ('指标', 3, '计量单位', false),
    ('指标', 4, '上年末累计', false), ('指标', 5, '本年新增', false),
    ('指标', 6, '本年减少', false), ('指标', 7, '年末累计', false),
    ('指标', 8, '完成情况说明', false), ('指标', 9, '备注', false),
    ('指标', 10, '说明', false)
  ) as h(form, position, heading, key)
  union all
  select form, position, heading, key from registry.form_column
),
keys as (
  select form, list(position order by position) as positions from headings where key group by form
),
keyed as (
  select
    r.submission, r.form, r.sheet, r.row_number, r.cells, s.columns,
    trim(array_to_string(
      list_transform(k.positions, lambda p: coalesce(upper(without_blanks(half_width(r.cells[p]))), '')),
      ' '
    )) as written_key
  from submission.staged_row r
  join submission.staged_sheet s on s.submission = r.submission and s.sheet = r.sheet
  left join keys k on k.form = r.form
  where r.submission in (select superseded from versions union select in_force from versions)
),
numbered as (
  select
    *,
    coalesce(nullif(written_key, ''), '第' || row_number || '行') as key,
    row_number() over (
      partition by submission, form, written_key, if(written_key = '', row_number, 0)
      order by sheet, row_number
    ) as occurrence
  from keyed
),
olds as (
  select v.*, n.* from versions v join numbered n on n.submission = v.superseded
),
news as (
  select v.*, n.* from versions v join numbered n on n.submission = v.in_force
),
differing as (
  select
    o.entity, o.superseded, o.superseded_file, o.in_force, o.in_force_file, o.form, o.key,
    o.occurrence, h.position, n.sheet, h.heading, 'changed' as change,
    -- A row that went to another sheet says where it stood.
    if(o.sheet = n.sheet, '', o.sheet || '!') || o.columns[h.position] || o.row_number as old_cell,
    n.columns[h.position] || n.row_number as new_cell,
    o.cells[h.position] as old_value, n.cells[h.position] as new_value
  from olds o
  join news n
    on n.superseded = o.superseded and n.form = o.form and n.key = o.key
    and n.occurrence = o.occurrence
  join headings h on h.form = o.form
  where
    coalesce(plain(figure(o.cells[h.position])), trim(o.cells[h.position]), '')
    <> coalesce(plain(figure(n.cells[h.position])), trim(n.cells[h.position]), '')
  union all
  select
    o.entity, o.superseded, o.superseded_file, o.in_force, o.in_force_file, o.form, o.key,
    o.occurrence, 0, o.sheet, '整行', 'removed', 'A' || o.row_number, null,
    array_to_string(list_filter(o.cells, lambda c: c is not null), '｜'), null
  from olds o
  where not exists (
    from news n
    where n.superseded = o.superseded and n.form = o.form and n.key = o.key
      and n.occurrence = o.occurrence
  )
  union all
  select
    n.entity, n.superseded, n.superseded_file, n.in_force, n.in_force_file, n.form, n.key,
    n.occurrence, 0, n.sheet, '整行', 'added', null, 'A' || n.row_number,
    null, array_to_string(list_filter(n.cells, lambda c: c is not null), '｜')
  from news n
  where not exists (
    from olds o
    where o.superseded = n.superseded and o.form = n.form and o.key = n.key
      and o.occurrence = n.occurrence
  )
)
select
  entity, superseded, superseded_file, in_force, in_force_file, sheet, key, heading, change,
  old_cell, new_cell, old_value, new_value
from differing
order by entity, superseded_file, superseded, form, key, occurrence, position, change

-- code: observation.unreadable-evidence
-- severity: error
-- when: a cell of evidence holds something other than the number, day, or 是／否 it should
-- missing: blank cells are left to observation.required-evidence; — and 无 are no such values, and left to observation.required-evidence where one is needed
-- message: “{heading}”一栏{cell}填写的是“{found}”，应为{expected}：{hint}。
with unreadable as (
  from observation.evidence_cell
  where state = 'unreadable' and type in ('NUMBER', 'DATE', 'FLAG')
),
-- What the cell says, an indicator takes from its column or does not; the row is one of its own, or
-- not, unless what tells so cannot be read either.
resting as (
  select
    u.sheet_number, u.row_number, u.position, i.code as indicator,
    coalesce(list_contains(
      i.key_positions || i.where_positions || [i.value_position, i.whole_position, i.date_position],
      u.position
    ), false) as on_column,
    e.indicator is not null or not can_read(r.unread, i.where_positions) as on_row
  from unreadable u
  join registry.indicator i on i.form = u.form
  join registry.reporter o on o.indicator = i.code and o.entity = u.entity
  join observation.received_row r on r.sheet_number = u.sheet_number and r.row_number = u.row_number
  left join observation.evidence_entry e
    on e.indicator = i.code and e.sheet_number = u.sheet_number and e.row_number = u.row_number
),
-- Where nothing rests on the cell, what its row gives, else what its form gives: an empty list would
-- mean everything.
touched as (
  select
    sheet_number, row_number, position,
    coalesce(
      list(indicator order by indicator) filter (on_column and on_row),
      list(indicator order by indicator) filter (on_row),
      list(indicator order by indicator)
    ) as indicators
  from resting
  group by sheet_number, row_number, position
)
select
  e.entity, e.file, e.sheet, e.cell, e.raw as found,
  case e.type
    when 'NUMBER' then '数字' when 'DATE' then '日期，如2024-12-26' else '是或否'
  end as expected,
  null as difference, e.unit, t.indicators, e.heading, coalesce(e.hint, '无法识别') as hint
from unreadable e
left join touched t
  on t.sheet_number = e.sheet_number and t.row_number = e.row_number and t.position = e.position
order by e.entity, e.sheet, e.row_number, e.position

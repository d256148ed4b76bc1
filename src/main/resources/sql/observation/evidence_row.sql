-- takes: observation.received_row, observation.unread_cell, registry.indicator, registry.reporter, registry.reference
-- One row per evidence row and indicator that rests on it: the key brought to one form, the exact
-- value, and the cell the figure leads back to (the value's; for counted kinds the key's). Where no
-- value can be taken from a cell, key_read, value_read or day_read says so. A row whose
-- indicator cannot be told rests on none.
with unread as (
  select submission, sheet, row_number, list(position order by position) as positions
  from observation.unread_cell
  group by submission, sheet, row_number
),
candidates as (
  select
    i.code as indicator, i.kind, i.reference, i.whole_position, i.date_position,
    i.key_positions, i.key_normalisations, i.value_position,
    r.entity, r.file, r.submission, r.sheet, r.row_number, r.cells, r.raw, r.columns,
    coalesce(u.positions, []) as unread
  from observation.received_row r
  join registry.indicator i on i.form = r.form
  join registry.reporter o on o.indicator = i.code and o.entity = r.entity
  left join unread u
    on u.submission = r.submission and u.sheet = r.sheet and u.row_number = r.row_number
  where
    not list_has_any(coalesce(u.positions, []), i.where_positions) and
    len(list_filter(
      range(1, len(i.where_positions) + 1),
      lambda k: not coalesce(list_contains(
        i.where_values[k], normalised(r.cells[i.where_positions[k]], 'NAME')), false)
    )) = 0
),
keyed as (
  select
    *,
    array_to_string(
      list_transform(
        range(1, len(key_positions) + 1),
        lambda k: coalesce(normalised(cells[key_positions[k]], key_normalisations[k]), '')
      ),
      chr(31)
    ) as written_key,
    coalesce(value_position, key_positions[1]) as place
  from candidates
),
-- What an entry of a reference list may be called, in either form keys are brought to. What fits
-- two entries names neither; a row must never be counted twice.
called as (
  select list, text, any_value(code) as code
  from (
    select
      list, code,
      unnest([
        code, normalised(code, 'CODE'), normalised(name, 'NAME'), normalised(name, 'CODE')
      ]) as text
    from registry.reference
  )
  group by list, text
  having count(distinct code) = 1
)
select
  k.indicator, k.entity, k.submission, k.file, k.sheet, k.row_number,
  coalesce(n.code, k.written_key) as key,
  normalised(k.cells[k.key_positions[1]], k.key_normalisations[1]) as first_key,
  k.columns[k.key_positions[1]] || k.row_number as key_cell,
  k.columns[k.place] || k.row_number as cell,
  coalesce(k.raw[k.place], k.cells[k.place]) as raw,
  case k.kind
    when 'MILESTONE' then case flag(k.cells[k.value_position]) when true then 1 when false then 0 end
    else figure(k.cells[k.value_position])
  end::decimal(18, 6) as value,
  day(k.cells[k.date_position]) as day,
  k.columns[k.date_position] || k.row_number as day_cell,
  figure(k.cells[k.whole_position]) as whole,
  k.columns[k.whole_position] || k.row_number as whole_cell,
  k.reference is null or n.code is not null as known,
  not list_has_any(k.unread, k.key_positions) as key_read,
  not list_has_any(k.unread, [k.value_position, k.whole_position]) as value_read,
  not list_contains(k.unread, coalesce(k.date_position, 0)) as day_read
from keyed k
left join called n on n.list = k.reference and n.text = k.written_key
order by indicator, entity, submission, sheet, row_number

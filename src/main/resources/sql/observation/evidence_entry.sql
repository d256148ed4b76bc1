-- takes: observation.received_row, registry.indicator, registry.reporter, registry.reference
-- One row per evidence row and indicator that rests on it: the key brought to one form and the exact
-- values. Where no value can be taken from a cell, key_read, value_read or day_read says so. A row
-- whose indicator cannot be told rests on none. Its places: observation.evidence_row.
-- order: none; rows are held by the million, and nobody reads them as they come.
with candidates as (
  select
    i.code as indicator, i.kind, i.reference, i.whole_position, i.date_position, i.value_position,
    i.key_positions, r.sheet_number, r.row_number, r.cells, r.raw,
    i.key_normalisations,
    normalised(r.cells[i.key_positions[1]], i.key_normalisations[1]) as first_key,
    r.unread
  from observation.received_row r
  join registry.indicator i on i.form = r.form
  join registry.reporter o on o.indicator = i.code and o.entity = r.entity
  where
    can_read(r.unread, i.where_positions)
    and case
      when len(i.where_positions) = 0 then true
      else len(list_filter(
        range(1, len(i.where_positions) + 1),
        lambda k: not coalesce(list_contains(
          i.where_values[k], normalised(r.cells[i.where_positions[k]], 'NAME')), false)
      )) = 0
    end
),
keyed as (
  select
    *,
    case
      when len(key_positions) = 1 then coalesce(first_key, '')
      else array_to_string(
        list_transform(
          range(1, len(key_positions) + 1),
          lambda k: coalesce(normalised(cells[key_positions[k]], key_normalisations[k]), '')
        ),
        chr(31)
      )
    end as written_key,
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
  k.indicator, k.sheet_number, k.row_number,
  coalesce(n.code, k.written_key) as key,
  k.first_key,
  coalesce(k.raw[k.place], k.cells[k.place]) as raw,
  case k.kind
    when 'MILESTONE' then case flag(k.cells[k.value_position]) when true then 1 when false then 0 end
    else figure(k.cells[k.value_position])
  end::decimal(18, 6) as value,
  day(k.cells[k.date_position]) as day,
  figure(k.cells[k.whole_position]) as whole,
  k.reference is null or n.code is not null as known,
  can_read(k.unread, k.key_positions) as key_read,
  can_read(k.unread, [k.value_position, k.whole_position]) as value_read,
  can_read(k.unread, [k.date_position]) as day_read
from keyed k
left join called n on n.list = k.reference and n.text = k.written_key

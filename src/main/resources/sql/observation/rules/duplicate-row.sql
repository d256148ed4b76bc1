-- code: observation.duplicate-row
-- severity: error
-- when: two rows of one form have the same key, on one sheet or two
-- missing: rows whose key is missing or cannot be read are left to other rules
-- message: {place}与{first_place}的{headings}相同（{found}），同一事项只能填一行，请删除重复的一行或更正。
with keys as (
  select
    form, list(position order by position) as positions,
    array_to_string(list(heading order by position), '、') as headings
  from registry.form_column
  where key
  group by form
),
rows as not materialized (
  select
    r.entity, r.submission, r.file, r.sheet, r.form, r.row_number, k.headings,
    list_filter(list_transform(k.positions, lambda p: r.columns[p]), lambda l: l is not null)[1] as letters,
    case
      when len(k.positions) = 1 then normalised(r.cells[k.positions[1]], 'CODE')
      else array_to_string(
        list_transform(k.positions, lambda p: normalised(coalesce(r.cells[p], ''), 'CODE')), ' '
      )
    end as key
  from observation.received_row r
  join keys k on k.form = r.form
  where
    can_read(r.unread, k.positions)
    and case
      when len(k.positions) = 1 then is_given(r.cells[k.positions[1]])
      else len(list_filter(k.positions, lambda p: not coalesce(is_given(r.cells[p]), false))) = 0
    end
),
-- Few keys stand twice: they are found by a number, then looked at.
repeated as (
  select hash(entity, form, key) as mark from rows group by mark having count(*) > 1
),
numbered as (
  select
    r.*, first_value(r.row_number) over same as first_row, first_value(r.sheet) over same as first_sheet,
    row_number() over same as place
  from rows r
  join repeated t on t.mark = hash(r.entity, r.form, r.key)
  window same as (partition by r.submission, r.form, r.key order by r.sheet, r.row_number)
)
select
  n.entity, n.file, n.sheet, n.letters || n.row_number as cell, n.key as found, '不重复' as expected,
  null as difference, null as unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = n.entity
   where i.form = n.form) as indicators,
  if(n.sheet = n.first_sheet, '', '“' || n.sheet || '”') || '第' || n.row_number || '行' as place,
  if(n.sheet = n.first_sheet, '', '“' || n.first_sheet || '”') || '第' || n.first_row || '行' as first_place,
  n.headings
from numbered n
where n.place > 1
order by n.entity, n.sheet, n.row_number

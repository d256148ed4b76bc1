-- code: observation.duplicate-row
-- severity: error
-- when: two rows of one form have the same key
-- missing: rows whose key is missing or cannot be read are left to other rules
-- message: 第{row_number}行与第{first_row}行的{headings}相同（{found}），同一事项只能填一行，请删除重复的一行或更正。
with keys as (
  select
    e.entity, e.submission, e.file, e.sheet, e.form, e.row_number,
    array_to_string(list(upper(without_blanks(half_width(coalesce(e.text, '')))) order by e.position), ' ')
      as key,
    array_to_string(list(e.heading order by e.position), '、') as headings,
    arg_min(e.cell, e.position) as cell,
    bool_and(e.state = 'given') as known
  from observation.evidence_cell e
  join registry.form_column c on c.form = e.form and c.position = e.position and c.key
  group by e.entity, e.submission, e.file, e.sheet, e.form, e.row_number
),
numbered as (
  select
    *, min(row_number) over same as first_row,
    row_number() over (same order by sheet, row_number) as place
  from keys
  where known
  window same as (partition by submission, form, key)
)
select
  n.entity, n.file, n.sheet, n.cell, n.key as found, '不重复' as expected,
  null as difference, null as unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = n.entity
   where i.form = n.form) as indicators,
  n.row_number, n.first_row, n.headings
from numbered n
where n.place > 1
order by n.entity, n.sheet, n.row_number

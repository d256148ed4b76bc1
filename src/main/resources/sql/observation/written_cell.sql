-- takes: submission.in_force, submission.staged_row, registry.form_column, registry.indicator, registry.reference
-- One row per received cell of a column for figures, days, yes or no, or listed names whose text is
-- not the plain form of such a value. Blank, — and 无 are no such texts. A text is judged once, however
-- often it stands.
with evidence as not materialized (
  select
    r.submission, r.sheet, r.form, r.row_number, c.position, c.heading, c.type,
    coalesce(c.unit, '') as unit, coalesce(c.list, '') as list,
    contains(c.heading, '月份') as monthly, r.cells[c.position] as text, r.raw[c.position] as raw
  from submission.staged_row r
  join submission.in_force f on f.submission = r.submission
  join registry.form_column c on c.form = r.form
  where c.type <> 'TEXT'
),
measures as (
  from (values (4, '上年末累计'), (5, '本年新增'), (6, '本年减少'), (7, '年末累计')) as m(position, heading)
),
figures as not materialized (
  select
    r.submission, r.sheet, r.form, r.row_number, m.position, m.heading, 'NUMBER' as type,
    coalesce(i.unit, '') as unit, '' as list,
    false as monthly, r.cells[m.position] as text, r.raw[m.position] as raw
  from submission.staged_row r
  join submission.in_force f on f.submission = r.submission
  cross join measures m
  left join registry.indicator i on i.code = upper(without_blanks(half_width(r.cells[1])))
  where r.form = '指标'
),
cells as not materialized (
  from evidence
  union all
  from figures
),
-- any_value: a condition on the text itself would be tried on every cell, before they are grouped.
texts as (
  select type, list, any_value(text) as text from cells where text is not null group by type, list, text
),
odd as (
  select t.type, t.list, t.text
  from texts t
  where
    not is_blank(t.text)
    and not is_not_applicable(t.text)
    and not case t.type
      when 'NUMBER' then regexp_full_match(t.text, '-?(0|[1-9]\d{0,11})(\.\d{0,5}[1-9])?')
      when 'DATE' then coalesce(day(t.text) >= date '1949-10-01', false)
      when 'FLAG' then t.text in ('是', '否')
      else exists (from registry.reference n where n.list = t.list and t.text in (n.code, n.name))
    end
)
select c.submission, c.sheet, c.form, c.row_number, c.position, c.heading, c.type, c.unit, c.list, c.monthly, c.text, c.raw
from cells c
join odd o on o.type = c.type and o.list = c.list and o.text = c.text
order by c.submission, c.sheet, c.row_number, c.position

-- code: observation.not-its-own
-- severity: verify
-- when: rows of evidence belong to no indicator the member reports
-- missing: rows of forms no indicator of the member rests on are told once per sheet; a row whose category cannot be read is left to other rules
-- message: “{sheet}”中有{found}行不对应贵地应报的任何指标，未计入任何数，请核对类别等栏是否填错；确实无误的，请在首个这样的行（{cell}）的“说明”栏写明。
with complete as (
  select e.sheet_number
  from observation.evidence_entry e
  join (select sheet_number, count(*) as rows from observation.received_row group by sheet_number) as r
    on r.sheet_number = e.sheet_number
  group by e.sheet_number, e.indicator
  having count(*) = any_value(r.rows)
),
counted as (
  select sheet_number, row_number
  from observation.evidence_entry
  where sheet_number not in (select sheet_number from complete)
  union all
  select s.sheet_number, u.row_number
  from observation.unread_cell u
  join observation.received_sheet s on s.submission = u.submission and s.sheet = u.sheet
  join registry.indicator i on i.form = u.form and list_contains(i.where_positions, u.position)
)
select
  r.entity, r.file, r.sheet, arg_min(r.columns[1], r.row_number) || min(r.row_number) as cell,
  count(*)::varchar as found, '0' as expected,
  null as difference, null as unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter o on o.indicator = i.code and o.entity = r.entity
   where i.form = r.form) as indicators
from observation.received_row r
anti join counted c on c.sheet_number = r.sheet_number and c.row_number = r.row_number
where r.form <> '指标' and r.sheet_number not in (select sheet_number from complete)
group by r.entity, r.file, r.sheet, r.form
order by r.entity, r.sheet

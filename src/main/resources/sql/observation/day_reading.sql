-- takes: observation.written_cell
-- How a text in a column for days is read: one row per distinct text and kind of column. A month
-- stands for its first day where the column asks for a month; elsewhere it is no day.
with written as (
  select distinct text, monthly, without_blanks(half_width(text)) as narrow
  from observation.written_cell
  where type = 'DATE'
),
parsed as (
  select
    *,
    regexp_extract(
      narrow, '^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?:T.*)?$', ['year', 'month', 'day']
    ) as parted,
    regexp_extract(narrow, '^(\d{4})(\d{2})(\d{2})$', ['year', 'month', 'day']) as joined,
    regexp_extract(narrow, '^(\d{4})(?:[-/.年](\d{1,2})月?|年?(\d{2})月?)$', ['year', 'month', 'digits']) as month,
    try_cast(regexp_extract(narrow, '^\d{5}$') as integer) as count_of_days
  from written
),
dated as (
  select
    *,
    case
      when parted.year <> '' then iso_day(parted.year, parted.month, parted.day)
      when joined.year <> '' then iso_day(joined.year, joined.month, joined.day)
      when monthly and month.year <> '' then iso_day(month.year, month.month || month.digits, '1')
      -- Days of this half century, counted as Excel does from 1900.
      when count_of_days between 36526 and 54788 then date '1899-12-30' + count_of_days
    end as found
  from parsed
)
select
  text, monthly,
  if(found >= date '1949-10-01', found::varchar, null) as canonical,
  case
    when found is null or found < date '1949-10-01' then null
    when count_of_days is not null then '日期序号'
    when month.year <> '' then '只有年月'
    when joined.year <> '' then '无分隔的日期'
    else '文字日期'
  end as how,
  case
    when found >= date '1949-10-01' then null
    when regexp_matches(narrow, '^(1899|1900|1904)-\d\d-\d\dT') then 'Excel把输入的内容当成了时间，请填写年月日'
    when found is not null then '日期过早，请核对年份'
    when month.year <> '' then '只有年月，没有日，请填写到日'
    when regexp_matches(narrow, '^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$') then '年份不是四位，请填写四位年份'
    when parted.year <> '' or joined.year <> '' then '没有这一天，请核对'
    else '不能确定是哪一天'
  end as hint
from dated
order by text, monthly

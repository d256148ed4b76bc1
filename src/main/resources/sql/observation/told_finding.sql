-- takes: observation.resolved_finding
-- The findings as people are told of them: of one kind (rule, weight, member, file, sheet, what became
-- of it) the first thousand, column by column in turn, so that none of its columns is hidden behind
-- another; the rest is one finding at the first place left out, with the number of places and all the
-- indicators of the kind, so that it puts in doubt what they put in doubt (decision 0056).
with placed as (
  select
    *,
    rtrim(cell, '0123456789') as letters,
    coalesce(try_cast(ltrim(cell, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') as integer), 0) as place,
    len(indicators) = 0 as touches_all
  from observation.resolved_finding
  where places = 1
),
-- The 1,001st place of a column bounds what has to be put in order.
kinds as (
  select
    code, severity, entity, file, sheet, resolution, touches_all, letters, indicators,
    count(*) as times, list_last(min(place, 1001)) as last_place
  from placed
  group by all
),
columns as (
  select
    code, severity, entity, file, sheet, resolution, touches_all, letters,
    sum(times) as times, max(last_place) as last_place, list(indicators) as touched
  from kinds
  group by all
),
numbered as (
  select
    *,
    dense_rank() over (
      order by code, severity, entity, file, sheet, resolution, touches_all
    ) as kind,
    sum(times) over (
      partition by code, severity, entity, file, sheet, resolution, touches_all
    ) as all_times
  from columns
),
candidates as materialized (
  select n.kind, n.all_times, p.*
  from placed p
  join numbered n
    on n.code = p.code and n.severity = p.severity and n.entity is not distinct from p.entity
    and n.file is not distinct from p.file and n.sheet is not distinct from p.sheet
    and n.resolution = p.resolution and n.touches_all = p.touches_all
    and n.letters is not distinct from p.letters
  where n.all_times <= 1001 or p.place <= n.last_place
),
ranked as (
  select
    *,
    row_number() over (
      partition by kind, letters
      order by place, message, found, expected, difference, unit, indicators, resolution_text, resolution_cell
    ) as nth
  from candidates
  where all_times > 1001
),
chosen as (
  select *, row_number() over (partition by kind order by nth, length(letters), letters) as turn
  from ranked
),
told as (
  select kind, letters, count(*) as times from chosen where turn <= 1000 group by kind, letters
),
left_out as (
  select
    n.kind, sum(n.times) - 1000 as times,
    list_sort(list_distinct(flatten(flatten(list(n.touched))))) as indicators,
    if(
      count(*) > 1,
      '：' || array_to_string(
        list(n.letters || '列' || (n.times - coalesce(t.times, 0)) || '处' order by length(n.letters), n.letters)
          filter (n.times > coalesce(t.times, 0)), '、'),
      ''
    ) as places
  from numbered n
  left join told t on t.kind = n.kind and t.letters is not distinct from n.letters
  where n.all_times > 1001
  group by n.kind
),
first_left_out as (
  from chosen
  where turn > 1000
  qualify row_number() over (partition by kind order by place, length(letters), letters, nth) = 1
),
listed as (
  select * exclude (kind, all_times, letters, place, touches_all)
  from candidates
  where all_times <= 1001
  union all
  select * exclude (kind, all_times, letters, place, touches_all, nth, turn)
  from chosen
  where turn <= 1000
  union all
  select
    f.* exclude (kind, all_times, letters, place, touches_all, nth, turn) replace (
      f.message || '（连本处在内，还有' || l.times || '处同类意见没有逐条列出' || l.places || '。）' as message,
      l.indicators as indicators,
      l.times::integer as places
    )
  from first_left_out f
  join left_out l on l.kind = f.kind
  union all
  from observation.resolved_finding
  where places > 1
)
from listed
order by all

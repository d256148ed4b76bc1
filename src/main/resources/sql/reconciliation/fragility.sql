-- takes: reconciliation.contribution, reconciliation.actual, reconciliation.total, registry.indicator, registry.reporter
-- One row per member, file or cell whose withdrawal alone would change an indicator's outcome. To
-- withdraw is to take away what it brings and to keep everything else: the member has then answered,
-- and adds nothing. What is left is computed from the kind, exactly; doubt is another matter. Pieces
-- are told apart by entity, submission, sheet and cell, as far as their level has them, else ''; an
-- indicator has one contribution per cell.
with judged as (
  select
    i.*, a.numerator as value, a.denominator as per, a.whole,
    compared(i.comparator, i.firmness, i.target, a.numerator, a.denominator, a.whole) as outcome
  from registry.indicator i
  join reconciliation.actual a on a.indicator = i.code
  where i.comparator is not null and a.numerator is not null
),
sides as (
  select code as indicator, code as side from judged where kind <> 'RATIO'
  union
  select code, numerator from judged where kind = 'RATIO'
  union
  select code, denominator from judged where kind = 'RATIO'
),
levels as (
  from (values ('member'), ('file'), ('cell')) as l(level)
),
-- What every file brings.
brought as (
  select
    c.indicator as side, i.kind, c.entity, c.submission, any_value(c.file) as file, count(*) as cells,
    sum(c.value) as amount, max(c.value) as most, min(c.value) as least
  from reconciliation.contribution c
  join registry.indicator i on i.code = c.indicator
  where c.counted and c.indicator in (select side from sides)
  group by c.indicator, i.kind, c.entity, c.submission
),
-- Members and files.
upper_pieces as (
  select
    side, kind, 'member' as level, entity, '' as submission, sum(cells)::bigint as cells,
    sum(amount) as amount, max(most) as most
  from brought
  group by side, kind, entity
  union all
  select side, kind, 'file', entity, submission, cells, amount, most from brought
),
-- How far withdrawals of a level can move a side: what remains lies between the two, or (`bare`)
-- may be nothing at all.
reach as (
  select
    u.side, u.level, count(*) = 1 and u.kind in ('FLOW', 'STOCK', 'DURATION') as bare,
    least(t.total, case
      when u.kind in ('FLOW', 'STOCK') then t.total - max(u.amount)
      when u.kind = 'DURATION' then min(u.most)
      else t.total - max(u.cells)
    end) as lowest,
    greatest(t.total, if(u.kind in ('FLOW', 'STOCK'), t.total - min(u.amount), t.total)) as highest
  from upper_pieces u
  join reconciliation.total t on t.indicator = u.side
  group by u.side, u.level, u.kind, t.total
  union all
  select
    b.side, 'cell', sum(b.cells) = 1 and b.kind in ('FLOW', 'STOCK', 'DURATION'),
    least(t.total, case
      when b.kind in ('FLOW', 'STOCK') then t.total - max(b.most)
      when b.kind = 'DURATION' then min(b.least)
      else t.total - 1
    end),
    greatest(t.total, if(b.kind in ('FLOW', 'STOCK'), t.total - min(b.least), t.total))
  from brought b
  join reconciliation.total t on t.indicator = b.side
  group by b.side, b.kind, t.total
),
-- The outcomes that could change at all. Each outcome holds on one side of a line: what holds at
-- the four corners of what can remain of numerator and denominator holds everywhere between them.
-- Of all and done it holds on the line, so they are never passed over.
stirred as (
  select j.code as indicator, l.level
  from judged j
  cross join levels l
  left join reach own on own.side = coalesce(j.numerator, j.code) and own.level = l.level
  left join reach below on below.side = j.denominator and below.level = l.level
  left join reconciliation.total d on d.indicator = j.denominator
  cross join (values (true, true), (true, false), (false, true), (false, false)) as c(high, wide)
  where (own.side is not null or below.side is not null)
    and (
      coalesce(own.bare, false) or coalesce(below.bare, false)
      or j.comparator in ('ALL', 'DONE')
      or (j.kind = 'RATIO' and coalesce(below.lowest, d.total) <= 0)
      or j.outcome <> compared(
        j.comparator, j.firmness, j.target,
        coalesce(if(c.high, own.highest, own.lowest), j.value)::decimal(38, 6),
        if(j.kind = 'RATIO', coalesce(if(c.wide, below.highest, below.lowest), j.per), 1)::decimal(38, 6),
        j.whole)
    )
  group by j.code, l.level
),
wanted as (
  select distinct s.side, w.level
  from stirred w
  join sides s on s.indicator = w.indicator
),
-- Sums: the rest is the sum less the amount; where nothing is left there is no figure.
summed as (
  select
    u.side, u.level, u.entity, u.submission, '' as sheet, '' as cell,
    if(r.bare, null, t.total - u.amount) as remaining
  from upper_pieces u
  join wanted w on w.side = u.side and w.level = u.level
  join reach r on r.side = u.side and r.level = u.level
  join reconciliation.total t on t.indicator = u.side
  where u.kind in ('FLOW', 'STOCK')
  union all
  select
    c.indicator, 'cell', c.entity, c.submission, c.sheet, c.cell,
    if(r.bare, null, t.total - c.value)
  from reconciliation.contribution c
  join registry.indicator i on i.code = c.indicator
  join wanted w on w.side = c.indicator and w.level = 'cell'
  join reach r on r.side = c.indicator and r.level = 'cell'
  join reconciliation.total t on t.indicator = c.indicator
  where c.counted and i.kind in ('FLOW', 'STOCK')
),
-- The worst: without it the second worst. Without any other nothing changes.
ranked as (
  select
    u.side, u.level, u.entity, u.submission, u.most,
    row_number() over (partition by u.side, u.level order by u.most desc, u.entity, u.submission) as place
  from upper_pieces u
  where u.kind = 'DURATION'
),
worst_cells as (
  select
    c.indicator as side, min(c.entity) filter (c.value = t.total) as entity,
    min(c.submission) filter (c.value = t.total) as submission,
    min(c.sheet) filter (c.value = t.total) as sheet, min(c.cell) filter (c.value = t.total) as cell,
    max(c.value) filter (c.value < t.total) as second
  from reconciliation.contribution c
  join registry.indicator i on i.code = c.indicator
  join reconciliation.total t on t.indicator = c.indicator
  where c.counted and i.kind = 'DURATION' and c.indicator in (select side from wanted)
  group by c.indicator
  having count(*) filter (c.value = t.total) = 1
),
worst as (
  select
    r.side, r.level, r.entity, r.submission, '' as sheet, '' as cell, other.most as remaining
  from ranked r
  left join ranked other on other.side = r.side and other.level = r.level and other.place = 2
  where r.place = 1
  union all
  select side, 'cell', entity, submission, sheet, cell, second from worst_cells
),
-- Keys over entities: lost where one piece alone brings them; common ones where it alone brings
-- them at its member.
keyed as (
  select
    c.indicator as side, c.key, i.kind,
    if(i.kind in ('COMMON', 'MILESTONE'), c.entity, '') as holder,
    min(c.entity) as entity, min(c.entity) = max(c.entity) as of_one_member,
    min(c.submission) as submission, min(c.submission) = max(c.submission) as of_one_file,
    min(c.sheet) as sheet, min(c.cell) as cell, count(*) = 1 as of_one_cell
  from reconciliation.contribution c
  join registry.indicator i on i.code = c.indicator
  where c.counted and i.kind in ('DISTINCT', 'COVERAGE', 'COMMON', 'MILESTONE')
    and c.indicator in (select side from wanted)
  group by c.indicator, c.key, i.kind, holder
),
reporters as (
  select indicator, count(*) as entities from registry.reporter group by indicator
),
shared as (
  select k.side, k.key
  from keyed k
  join reporters r on r.indicator = k.side
  where k.kind in ('COMMON', 'MILESTONE')
  group by k.side, k.key
  having count(*) = any_value(r.entities)
),
lost as (
  from keyed where kind in ('DISTINCT', 'COVERAGE')
  union all
  select k.*
  from keyed k
  join shared s on s.side = k.side and s.key = k.key
  where k.kind in ('COMMON', 'MILESTONE')
),
counted as (
  select
    k.side, w.level, k.entity, if(w.level = 'member', '', k.submission) as submission, '' as sheet,
    '' as cell, any_value(t.total) - count(*) as remaining
  from lost k
  join wanted w on w.side = k.side and w.level in ('member', 'file')
  join reconciliation.total t on t.indicator = k.side
  where if(w.level = 'member', k.of_one_member, k.of_one_file)
  group by all
  union all
  select k.side, 'cell', k.entity, k.submission, k.sheet, k.cell, t.total - 1
  from lost k
  join wanted w on w.side = k.side and w.level = 'cell'
  join reconciliation.total t on t.indicator = k.side
  where k.of_one_cell
),
remaining as (
  from summed
  union all
  from worst
  union all
  from counted
),
-- A piece may stand on both sides of a ratio.
both_sides as (
  select
    coalesce(n.code, d.code) as indicator, coalesce(n.level, d.level) as level,
    coalesce(n.entity, d.entity) as entity, coalesce(n.submission, d.submission) as submission,
    coalesce(n.sheet, d.sheet) as sheet, coalesce(n.cell, d.cell) as cell,
    n.code is not null as above, n.remaining as remaining_above,
    d.code is not null as below, d.remaining as remaining_below
  from (
    select j.code, r.* from remaining r join judged j on j.numerator = r.side where j.kind = 'RATIO'
  ) as n
  full join (
    select j.code, r.* from remaining r join judged j on j.denominator = r.side where j.kind = 'RATIO'
  ) as d
    on d.code = n.code and d.level = n.level and d.entity = n.entity
    and d.submission = n.submission and d.sheet = n.sheet and d.cell = n.cell
),
without as (
  select
    side as indicator, level, entity, submission, sheet, cell, remaining::decimal(38, 6) as numerator,
    1::decimal(38, 6) as denominator
  from remaining
  where side in (select code from judged where kind <> 'RATIO')
  union all
  select
    b.indicator, b.level, b.entity, b.submission, b.sheet, b.cell,
    if(b.above, b.remaining_above, n.total)::decimal(38, 6),
    if(b.below, b.remaining_below, d.total)::decimal(38, 6)
  from both_sides b
  join judged j on j.code = b.indicator
  join reconciliation.total n on n.indicator = j.numerator
  join reconciliation.total d on d.indicator = j.denominator
),
changed as (
  select
    w.indicator, w.level, w.entity, w.submission, w.sheet, w.cell, j.position, j.outcome,
    if(coalesce(w.denominator, 0) = 0, null, w.numerator) as numerator,
    if(w.numerator is null or coalesce(w.denominator, 0) = 0, null, w.denominator) as denominator,
    case
      when w.numerator is null or coalesce(w.denominator, 0) = 0 then 'NOT_REPORTED'
      else compared(j.comparator, j.firmness, j.target, w.numerator, w.denominator, j.whole)
    end as outcome_without
  from without w
  join judged j on j.code = w.indicator
),
files as (
  select distinct submission, file from brought
)
select
  c.indicator, c.level, c.entity, nullif(c.submission, '') as submission, f.file,
  nullif(c.sheet, '') as sheet, nullif(c.cell, '') as cell, c.outcome, c.numerator, c.denominator,
  c.outcome_without
from changed c
left join files f on f.submission = c.submission
where c.outcome <> c.outcome_without
order by c.position, list_position(['member', 'file', 'cell'], c.level), c.entity, c.submission, c.sheet,
  try_cast(regexp_extract(c.cell, '\d+') as integer), c.cell

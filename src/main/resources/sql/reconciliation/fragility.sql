-- takes: reconciliation.contribution, reconciliation.actual, reconciliation.total, registry.indicator, registry.reporter
-- One row per member, file or cell whose withdrawal alone would change an indicator's outcome. To
-- withdraw is to take away what it brings and to keep everything else: the member has then answered,
-- and adds nothing. What is left is computed from the kind, exactly; doubt is another matter.
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
-- What can be withdrawn, from the largest to the smallest; a cell by its place.
pieces as (
  select
    c.indicator as side, i.kind, l.level, c.entity, c.key, c.value,
    if(l.level = 'member', null, c.submission) as submission,
    if(l.level = 'member', null, c.file) as file,
    if(l.level = 'cell', c.sheet, null) as sheet,
    if(l.level = 'cell', c.cell, null) as cell,
    concat_ws(
      chr(31), c.entity, if(l.level = 'member', null, c.submission),
      if(l.level = 'cell', c.sheet, null), if(l.level = 'cell', c.cell, null)
    ) as piece
  from reconciliation.contribution c
  join registry.indicator i on i.code = c.indicator
  cross join (values ('member'), ('file'), ('cell')) as l(level)
  where c.counted and c.indicator in (select side from sides)
),
-- Sums: the rest is the sum less the amount; where nothing is left there is no figure.
summed as (
  select
    p.side, p.level, p.piece,
    if(count(*) = any_value(n.amounts), null, any_value(t.total) - sum(p.value)) as remaining
  from pieces p
  join reconciliation.total t on t.indicator = p.side
  join (
    select indicator, count(*) as amounts
    from reconciliation.contribution where counted group by indicator
  ) as n on n.indicator = p.side
  where p.kind in ('FLOW', 'STOCK')
  group by p.side, p.level, p.piece
),
-- The worst: without it the second worst.
ranked as (
  select
    side, level, piece, max(value) as worst,
    row_number() over (partition by side, level order by max(value) desc, piece) as place
  from pieces
  where kind = 'DURATION'
  group by side, level, piece
),
worst as (
  select r.side, r.level, r.piece, other.worst as remaining
  from ranked r
  left join ranked other
    on other.side = r.side and other.level = r.level and other.place = if(r.place = 1, 2, 1)
),
-- Keys over entities: lost where one piece alone brings them; common ones where it alone brings
-- them at its member.
reporters as (
  select indicator, count(*) as entities from registry.reporter group by indicator
),
shared as (
  select p.side, p.key
  from pieces p
  join reporters r on r.indicator = p.side
  where p.kind in ('COMMON', 'MILESTONE') and p.level = 'member'
  group by p.side, p.key
  having count(distinct p.entity) = any_value(r.entities)
),
borne as (
  select
    p.side, p.level, p.key, if(p.kind in ('COMMON', 'MILESTONE'), p.entity, null) as holder,
    any_value(p.piece) as piece
  from pieces p
  left join shared s on s.side = p.side and s.key = p.key
  where
    p.kind in ('DISTINCT', 'COVERAGE')
    or (p.kind in ('COMMON', 'MILESTONE') and s.key is not null)
  group by p.side, p.level, p.key, holder
  having count(distinct p.piece) = 1
),
counted as (
  select b.side, b.level, b.piece, any_value(t.total) - count(*) as remaining
  from borne b
  join reconciliation.total t on t.indicator = b.side
  group by b.side, b.level, b.piece
),
remaining as (
  from summed
  union all
  from worst
  union all
  from counted
),
touched as (
  select distinct s.indicator, r.level, r.piece
  from remaining r
  join sides s on s.side = r.side
),
without as (
  select
    t.indicator, t.level, t.piece,
    case
      when j.kind <> 'RATIO' then own.remaining
      when own.piece is null then n.total
      else own.remaining
    end::decimal(38, 6) as numerator,
    case
      when j.kind <> 'RATIO' then 1
      when below.piece is null then d.total
      else below.remaining
    end::decimal(38, 6) as denominator
  from touched t
  join judged j on j.code = t.indicator
  left join reconciliation.total n on n.indicator = j.numerator
  left join reconciliation.total d on d.indicator = j.denominator
  left join remaining own
    on own.side = coalesce(j.numerator, j.code) and own.level = t.level and own.piece = t.piece
  left join remaining below
    on below.side = j.denominator and below.level = t.level and below.piece = t.piece
),
changed as (
  select
    w.indicator, w.level, w.piece, j.position, j.outcome,
    if(coalesce(w.denominator, 0) = 0, null, w.numerator) as numerator,
    if(w.numerator is null or coalesce(w.denominator, 0) = 0, null, w.denominator) as denominator,
    case
      when w.numerator is null or coalesce(w.denominator, 0) = 0 then 'NOT_REPORTED'
      else compared(j.comparator, j.firmness, j.target, w.numerator, w.denominator, j.whole)
    end as outcome_without
  from without w
  join judged j on j.code = w.indicator
),
places as (
  select distinct level, piece, entity, submission, file, sheet, cell from pieces
)
select
  c.indicator, c.level, p.entity, p.submission, p.file, p.sheet, p.cell, c.outcome,
  c.numerator, c.denominator, c.outcome_without
from changed c
join places p on p.level = c.level and p.piece = c.piece
where c.outcome <> c.outcome_without
order by c.position, list_position(['member', 'file', 'cell'], c.level), p.entity, p.submission, p.sheet,
  regexp_extract(p.cell, '\d+')::integer, p.cell

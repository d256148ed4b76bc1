-- takes: observation.reported_cell, observation.evidence_cell, registry.indicator, registry.reporter, registry.opening
-- One row per figure above zero and one thing it can be held against: last year's closing value;
-- else the other members' figures; else, where nobody else has one, the target shared out; for a
-- cell of evidence the other rows of its column, and for the column's middle value the other members'. `verdict` says whether it stands at least `factor` times
-- above or below: 20 for shares, where 85 stands for 0.85, and for times, where minutes stand for
-- hours (60) or hours for days (24), and 8 for working days, of as many hours; else 100, the middle of the 10^4 that 万 is; 1000 below a part
-- of a target, which one member may well leave to others. `times` the figure stands against the
-- reference.
with measures as (
  from (
    values
      ('%', 'share'), ('％', 'share'), ('‰', 'share'), ('百分点', 'share'), ('比', 'share'),
      ('倍', 'share'), ('秒', 'time'), ('分钟', 'time'), ('小时', 'time'), ('天', 'time'),
      ('日', 'time'), ('工作日', 'working'), ('个工作日', 'working')
  ) as m(unit, measure)
),
reported as (
  select
    -- As wide as any product here: two decimals of 18 digits multiply to one of 18 in DuckDB.
    c.* replace (c.value::decimal(38, 6) as value), i.name, i.unit, i.decimals, i.kind,
    i.position,
    case
      when i.comparator in ('AT_LEAST', 'MORE_THAN', 'RAISED_TO') and i.kind in ('FLOW', 'STOCK')
        then i.target::decimal(38, 6)
      when i.kind = 'DURATION' then i.target::decimal(38, 6)
    end as target,
    case when c.measure = 'closing' and o.value > 0 then o.value::decimal(38, 6) end as last_year,
    c.measure = 'opening' and o.value is not null as fixed
  from observation.reported_cell c
  join registry.indicator i on i.code = c.indicator
  left join registry.opening o on o.indicator = c.indicator and o.entity = c.entity
  where c.value > 0 and c.measure <> 'removed'
),
evidence as (
  select
    e.entity, e.submission, e.file, e.sheet, e.form, e.row_number, e.position, e.heading, e.unit,
    e.decimals,
    e.cell, e.text, figure(e.text)::decimal(38, 6) as value
  from observation.evidence_cell e
  where e.type = 'NUMBER' and figure(e.text) > 0
),
columns as (
  select
    entity, submission, any_value(file) as file, any_value(sheet) as sheet, form, position,
    any_value(heading) as heading, any_value(unit) as unit,
    any_value(decimals) as decimals, count(*) as filled,
    quantile_disc(value, 0.5) as middle, arg_min(cell, row_number) as cell
  from evidence
  group by entity, submission, form, position
),
touched as (
  select
    c.entity, c.form, c.position,
    coalesce(
      list(i.code order by i.code) filter (c.position in (i.value_position, i.whole_position)),
      list(i.code order by i.code)
    ) as indicators
  from (select distinct entity, form, position from columns) c
  join registry.indicator i on i.form = c.form
  join registry.reporter r on r.indicator = i.code and r.entity = c.entity
  group by c.entity, c.form, c.position
),
reporters as (
  select indicator, count(*)::decimal(4, 0) as times from registry.reporter group by indicator
),
compared as (
  select
    c.entity, c.file, c.sheet, c.cell, c.raw, c.value, c.unit, [c.indicator] as indicators,
    c.name as heading, '上年末累计' as basis, c.last_year as reference,
    [c.last_year] as peers, 1 as times, c.decimals
  from reported c
  where c.last_year is not null
  union all
  select
    c.entity, c.file, c.sheet, c.cell, c.raw, c.value, c.unit, [c.indicator], c.name,
    if(c.kind = 'DURATION', '目标值', '目标值（' || r.times::integer || '个成员合计）'), c.target,
    [c.target], if(c.kind = 'DURATION', 1, r.times), c.decimals
  from reported c
  join reporters r on r.indicator = c.indicator
  where
    c.last_year is null and c.target > 0
    and c.measure = case c.kind when 'FLOW' then 'flow' else 'closing' end
    and not exists (
      from reported p
      where p.indicator = c.indicator and p.measure = c.measure and p.entity <> c.entity
    )
  union all
  select
    c.entity, c.file, c.sheet, c.cell, any_value(c.raw), any_value(c.value), any_value(c.unit),
    [c.indicator], any_value(c.name), '其他成员的数（居中者）',
    quantile_disc(p.value, 0.5), list(p.value order by p.value), 1, any_value(c.decimals)
  from reported c
  join reported p
    on p.indicator = c.indicator and p.measure = c.measure and p.entity <> c.entity
  where c.last_year is null and not c.fixed
  group by c.entity, c.file, c.sheet, c.cell, c.indicator
  union all
  select
    e.entity, e.file, e.sheet, e.cell, e.text, e.value, e.unit, t.indicators, e.heading,
    '同列各行的居中数', c.middle, [c.middle], 1, e.decimals
  from evidence e
  join columns c on c.submission = e.submission and c.form = e.form and c.position = e.position
  join touched t on t.entity = e.entity and t.form = e.form and t.position = e.position
  where c.filled >= 4
  union all
  select
    e.entity, e.file, e.sheet, e.cell, any_value(e.text), any_value(e.value), any_value(e.unit),
    any_value(t.indicators), any_value(e.heading), '其他成员同列的居中数',
    quantile_disc(p.value, 0.5), [quantile_disc(p.value, 0.5)], 1, any_value(e.decimals)
  from evidence e
  join columns c on c.submission = e.submission and c.form = e.form and c.position = e.position
  join evidence p on p.form = e.form and p.position = e.position and p.entity <> e.entity
  join touched t on t.entity = e.entity and t.form = e.form and t.position = e.position
  where c.filled < 4
  group by e.entity, e.file, e.sheet, e.cell
  union all
  select
    c.entity, any_value(c.file), c.sheet, c.cell, plain(any_value(c.middle)),
    any_value(c.middle), any_value(c.unit), any_value(t.indicators),
    any_value(c.heading) || '（整列的居中数）', '其他成员同列的居中数',
    quantile_disc(p.middle, 0.5), list(p.middle order by p.middle), 1, any_value(c.decimals)
  from columns c
  join columns p on p.form = c.form and p.position = c.position and p.entity <> c.entity
  join touched t on t.entity = c.entity and t.form = c.form and t.position = c.position
  where c.filled >= 4
  group by c.entity, c.submission, c.sheet, c.cell
),
factors as (
  from (values ('amount', 100, 1000), ('share', 20, 1000), ('time', 20, 20), ('working', 8, 8))
    as f(measure, factor, of_a_part)
),
measured as (
  select
    c.*, if(f.measure = 'working', 'time', f.measure) as measure,
    f.factor::decimal(4, 0) as factor,
    if(c.times > 1, f.of_a_part, f.factor)::decimal(4, 0) as factor_below
  from compared c
  left join measures m on m.unit = c.unit
  join factors f on f.measure = coalesce(m.measure, 'amount')
)
select
  entity, file, sheet, cell, raw, value, unit, decimals, indicators, heading, basis, reference, times,
  measure,
  case
    when 2 * len(list_filter(peers, lambda r: value * times >= factor * r)) > len(peers)
      then 'above'
    when 2 * len(list_filter(peers, lambda r: value * times * factor_below <= r)) > len(peers)
      then 'below'
  end as verdict
from measured
order by entity, file, sheet, cell, basis

-- code: observation.months-incomplete
-- severity: verify
-- when: evidence told by month has a month of the period twice, or not at all
-- missing: members without a row of the form are left to observation.missing-value, those with a month that cannot be read to observation.unreadable-evidence
-- message: “{sheet}”按月填报，{found}，请核对月份；确实如此的，请在该行“说明”栏写明。
with months as (
  select unnest(generate_series(date_trunc('month', period_start), period_end, interval 1 month))::date as month
  from registry.round
),
told as (
  select distinct
    e.entity, e.file, e.sheet, i.form, e.row_number, e.day_cell, date_trunc('month', e.day)::date as month
  from observation.evidence_row e
  join registry.indicator i on i.code = e.indicator
  where
    i.date_position = i.key_positions[1] and e.day is not null
    and not exists (
      from observation.unread_evidence u where u.indicator = e.indicator and u.entity = e.entity
    )
),
members as (
  select
    entity, file, form, arg_min(sheet, (row_number, sheet)) as sheet,
    arg_min(day_cell, (row_number, sheet)) as cell
  from told
  group by entity, file, form
),
counted as (
  select
    m.entity, m.file, m.form,
    coalesce(arg_max(t.sheet, (t.day_cell, t.sheet)) filter (t.day_cell is not null), m.sheet) as sheet,
    coalesce(max(t.day_cell), m.cell) as cell, n.month,
    count(t.row_number) as times
  from members m
  cross join months n
  left join told t on t.entity = m.entity and t.form = m.form and t.month = n.month
  group by m.entity, m.file, m.sheet, m.form, m.cell, n.month
)
select
  c.entity, c.file, c.sheet, c.cell,
  strftime(c.month, '%Y-%m') || if(c.times = 0, '没有填报', '填报了' || c.times || '行') as found,
  '每月一行' as expected, null as difference, null as unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter r on r.indicator = i.code and r.entity = c.entity
   where i.form = c.form) as indicators
from counted c
where c.times <> 1
order by c.entity, c.sheet, c.month

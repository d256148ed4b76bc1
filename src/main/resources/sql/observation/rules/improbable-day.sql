-- code: observation.improbable-day
-- severity: verify
-- when: a day lies after the period, or more than ten years before it, in a column observation.day-outside-period does not examine so far
-- missing: blank cells and unreadable days are left to other rules
-- message: “{heading}”{cell}的日期{found}不合常理（晚于报告期末{period_end}，或早于十年之前），请核对年份；确实无误的，请在该行“说明”栏写明。
with days as (
  select t.sheet_number, t.position, t.written, t.day, r.period_end
  from observation.evidence_text t
  cross join registry.round r
  where
    (t.day > r.period_end or t.day < r.period_start - interval 10 years)
    and not exists (
      from registry.indicator i
      where i.form = t.form and i.date_position = t.position
        and (t.day > r.period_end or i.kind in ('FLOW', 'MILESTONE') or i.of_the_year)
    )
)
select
  e.entity, e.file, e.sheet, e.cell, t.day::varchar as found,
  '至' || t.period_end as expected, null as difference, null as unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter o on o.indicator = i.code and o.entity = e.entity
   where i.form = e.form) as indicators,
  e.heading, t.period_end
from days t
join observation.evidence_cell e
  on e.sheet_number = t.sheet_number and e.position = t.position and e.text = t.written
order by e.entity, e.sheet, e.row_number, e.position

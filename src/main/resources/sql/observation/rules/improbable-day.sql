-- code: observation.improbable-day
-- severity: verify
-- when: a day lies after the period, or more than ten years before it, in a column observation.day-outside-period does not examine so far
-- missing: blank cells and unreadable days are left to other rules
-- message: “{heading}”{cell}的日期{found}不合常理（晚于报告期末{period_end}，或早于十年之前），请核对年份；确实无误的，请在该行“说明”栏写明。
select
  e.entity, e.file, e.sheet, e.cell, day(e.text)::varchar as found,
  '至' || r.period_end as expected, null as difference, null as unit,
  (select list(i.code order by i.code) from registry.indicator i
   join registry.reporter o on o.indicator = i.code and o.entity = e.entity
   where i.form = e.form) as indicators,
  e.heading, r.period_end
from observation.evidence_cell e
cross join registry.round r
where
  e.type = 'DATE'
  and (day(e.text) > r.period_end or day(e.text) < r.period_start - interval 10 years)
  and not exists (
    from registry.indicator i
    where i.form = e.form and i.date_position = e.position
      and (day(e.text) > r.period_end or i.kind in ('FLOW', 'MILESTONE') or i.of_the_year)
  )
order by e.entity, e.sheet, e.row_number, e.position

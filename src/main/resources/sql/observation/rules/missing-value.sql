-- code: observation.missing-value
-- severity: error
-- when: the figure of an indicator a member owes is blank or has no row; the account of a narrative is blank or says no more than —, / or 无
-- missing: blank is not zero and not 不适用; a member without any submission is left to observation.member-missing, what stands there and cannot be read to other rules; a sheet 指标 that could not be read is listed as skipped
-- message: “{indicator_name}”的{measure_name}{state}。{remedy}。
with expected as (
  select
    r.entity, i.code as indicator, i.name, i.unit, i.position, f.file, f.submission,
    unnest(case i.kind
      when 'FLOW' then ['flow']
      when 'STOCK' then ['closing']
      when 'NARRATIVE' then ['account']
      else ['closing']
    end) as measure
  from registry.reporter r
  join registry.indicator i on i.code = r.indicator
  join submission.in_force f on f.entity = r.entity
  where i.kind not in ('RATIO', 'MILESTONE')
),
held as (
  select indicator, entity, measure, sheet, cell, state from observation.reported_cell
  union all
  select
    indicator, entity, 'account', sheet, cell,
    case
      when withheld then 'withheld' when is_blank(account) then 'blank'
      when says_nothing(account) then 'nothing' else 'text'
    end
  from observation.account
),
-- Where a row should stand: below the last one.
ends as (
  select
    s.submission, s.sheet, coalesce(s.columns[1], 'A') || (coalesce(max(r.row_number), s.heading_row) + 1) as cell,
    bool_or(u.row_number is not null) as unread
  from submission.staged_sheet s
  left join submission.staged_row r on r.submission = s.submission and r.sheet = s.sheet
  left join observation.unread_cell u
    on u.submission = r.submission and u.sheet = r.sheet and u.row_number = r.row_number
    and u.position = 1
  where s.form = '指标'
  group by s.submission, s.sheet, s.columns, s.heading_row
)
select
  e.entity, e.file, n.sheet, coalesce(h.cell, n.cell) as cell,
  case
    when h.indicator is null then '没有这一行' when h.state = 'blank' then '空'
    else (select any_value(a.account) from observation.account a
          where a.indicator = e.indicator and a.entity = e.entity)
  end as found,
  if(e.measure = 'account', '文字说明', '数值、0或—') as expected,
  null as difference, e.unit, [e.indicator] as indicators,
  e.name as indicator_name,
  case e.measure
    when 'flow' then '本年新增' when 'closing' then '年末累计' else '完成情况说明'
  end as measure_name,
  case
    when h.indicator is null then '没有填：表中没有代码' || e.indicator || '的一行'
    when h.state = 'blank' then '（' || coalesce(h.cell, n.cell) || '）是空的'
    else '（' || h.cell || '）只填了“' || (select any_value(a.account) from observation.account a
                     where a.indicator = e.indicator and a.entity = e.entity) || '”，没有说明'
  end as state,
  case
    when h.indicator is null then '请从模板中补回这一行并填写'
    when e.measure = 'account' then '请用文字写明完成情况；尚无进展的也请写明原因'
    else '请填写数值；没有发生的填0，不适用的填“—”'
  end as remedy
from expected e
join ends n on n.submission = e.submission
left join held h
  on h.indicator = e.indicator and h.entity = e.entity and h.measure = e.measure
where h.state in ('blank', 'nothing') or (h.indicator is null and not coalesce(n.unread, false))
order by e.entity, e.position

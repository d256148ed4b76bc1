-- code: observation.text-against-figure
-- severity: verify
-- when: 完成情况说明 gives a number with 万, 亿 or the indicator's unit that none of the row's figures, its evidence or its target bears out at the precision written
-- missing: rows without figures and texts without such numbers are not examined; years, ordinals, percentages and numbers of other things are left alone
-- message: “{indicator_name}”的完成情况说明（{cell}）写有“{found}”，与本行填报的数（{expected}）对不上，请核对文字和数字；所指确系他数的，请在该行“说明”栏写明。
with tokens as (
  select
    a.*, i.name as indicator_name, i.unit as declared_unit, i.kind, i.target, i.position,
    unnest(regexp_extract_all(
      half_width(replace(a.account, ' ', '')),
      '[A-Za-z第〔(-]?\d[\d,]*(?:\.\d+)?(?:万亿|万|亿)?(?:余|多)?[\p{Han}A-Za-z%‰]{0,6}'
    )) as token
  from observation.account a
  join registry.indicator i on i.code = a.indicator
  where i.kind not in ('NARRATIVE', 'MILESTONE') and not is_blank(a.account)
),
parts as (
  select
    *,
    replace(regexp_extract(token, '^(\d[\d,]*(?:\.\d+)?)', 1), ',', '') as digits,
    regexp_extract(token, '^[\d,.]+(万亿|万|亿)', 1) as word,
    regexp_replace(token, '^[\d,.]+(万亿|万|亿)?(余|多)?', '') as rest
  from tokens
  where regexp_matches(token, '^\d')
),
-- Of the thing the row is about: nothing behind the number, its unit, or its unit and its name.
spoken as (
  select
    *,
    try_cast(digits as decimal(24, 6)) * case word
      when '万' then 10000 when '亿' then 100000000 when '万亿' then 1000000000000 else 1
    end::decimal(13, 0) as said,
    case word
      when '万' then 10000 when '亿' then 100000000 when '万亿' then 1000000000000 else 1
    end::decimal(13, 0)
      * case length(split_part(digits, '.', 2))
        when 0 then 1 when 1 then 0.1 when 2 then 0.01 when 3 then 0.001 else 0.0001
      end::decimal(5, 4) as precision
  from parts
  where
    (rest = '' and word <> '')
    or (
      starts_with(rest, declared_unit)
      and (
        rest = declared_unit
        or regexp_matches(substr(rest, length(declared_unit) + 1), '^(以上|左右|以内|之内|和|与|及|，)')
        or contains(indicator_name, substr(rest, length(declared_unit) + 1, 2))
      )
    )
),
borne as (
  select c.submission, c.sheet, c.row_number, c.indicator, c.value from observation.reported_cell c
  where c.value is not null
  union all
  select a.submission, a.sheet, a.row_number, a.indicator, e.value
  from observation.account a
  join observation.evidence_row e on e.indicator = a.indicator and e.entity = a.entity
  where e.value is not null
)
select
  s.entity, s.file, s.sheet, s.cell, s.token as found,
  coalesce(
    (select array_to_string(list(distinct plain(c.value) order by plain(c.value)), '、')
     from observation.reported_cell c
     where c.submission = s.submission and c.sheet = s.sheet and c.row_number = s.row_number),
    '空'
  ) as expected,
  null as difference, s.declared_unit as unit, [s.indicator] as indicators, s.indicator_name
from spoken s
where
  s.said is not null
  and s.said is distinct from s.target
  and not exists (
    from borne b
    where b.submission = s.submission and b.sheet = s.sheet and b.row_number = s.row_number
      and b.indicator = s.indicator and abs(b.value - s.said) < s.precision
  )
order by s.entity, s.position, s.token

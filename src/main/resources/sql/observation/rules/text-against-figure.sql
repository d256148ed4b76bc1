-- code: observation.text-against-figure
-- severity: verify
-- when: 完成情况说明 gives a number, in figures or unmistakable Chinese numerals, with 万, 亿 or the indicator's unit that none of the row's figures, its evidence or its target bears out at the precision written; after 超 or before 余 a figure up to a fifth larger does, after 约 or 近 one within a tenth
-- missing: rows without figures, with one that cannot be read, or whose evidence could not be read in full, and texts without such numbers are not examined; years, ordinals, percentages and numbers of other things are left alone
-- message: “{indicator_name}”的完成情况说明（{cell}）写有“{found}”，与本行填报的数（{expected}）对不上。请核对文字和数字，改正其中一处；所指确系他数的，请在该行“说明”栏写明。
with texts as (
  select
    a.*, half_width(replace(a.account, ' ', '')) as plain_text, i.name as indicator_name,
    i.unit as declared_unit, i.kind, i.target, i.position
  from observation.account a
  join registry.indicator i on i.code = a.indicator
  where
    i.kind not in ('NARRATIVE', 'MILESTONE') and not is_blank(a.account)
    and not exists (
      from observation.reported_cell c
      where c.submission = a.submission and c.sheet = a.sheet and c.row_number = a.row_number
        and c.state in ('unreadable', 'withheld')
    )
    and not exists (
      from observation.unread_evidence u where u.indicator = a.indicator and u.entity = a.entity
    )
),
tokens as (
  select
    *, unnest(regexp_extract_all(
      plain_text,
      '[A-Za-z第〔(-]?(?:超过|超|逾|突破|接近|近|大约|约)?\d[\d,]*(?:\.\d+)?(?:万亿|万|亿)?(?:余|多)?[\p{Han}A-Za-z%‰]{0,6}'
    )) as token
  from texts
  union all
  select
    *, unnest(regexp_extract_all(
      plain_text,
      '[第几数上好成\d.]?(?:超过|超|逾|突破|接近|近|大约|约)?[零〇一二三四五六七八九十百千万亿两]{2,}(?:余|多)?[\p{Han}A-Za-z%‰]{0,6}'
    ))
  from texts
),
split as (
  select
    *,
    regexp_extract(token, '^(?:超过|超|逾|突破|接近|近|大约|约)?(\d[\d,]*(?:\.\d+)?)', 1) as digits,
    regexp_extract(token, '^(?:超过|超|逾|突破|接近|近|大约|约)?[\d,.]+(万亿|万|亿)', 1) as word,
    -- 几十万 and 数十个 are no number; 总数六百 is one behind a word.
    regexp_extract(
      token,
      '^(?:[几数上好成]?(?:超过|超|逾|突破|接近|近|大约|约)?([一二三四五六七八九两][零〇一二三四五六七八九十百千万亿两]+)|(?:超过|超|逾|突破|接近|近|大约|约)?(十[一二三四五六七八九万亿]+))',
      ['from_digit', 'from_ten']
    ) as numerals,
    regexp_replace(
      token,
      '^[几数上好成]?(超过|超|逾|突破|接近|近|大约|约)?([\d,.]+(万亿|万|亿)?|[零〇一二三四五六七八九十百千万亿两]+)(余|多)?',
      ''
    ) as rest
  from tokens
),
parts as (
  select
    *, replace(digits, ',', '') as figures, numerals.from_digit || numerals.from_ten as chinese,
    case
      when regexp_matches(token, '^.?(超|逾|突破)|[\d零〇一二三四五六七八九十百千万亿两](余|多)')
        or starts_with(rest, declared_unit || '以上') then 'more'
      when regexp_matches(token, '^.?(接近|近|大约|约)') or starts_with(rest, declared_unit || '左右') then 'near'
      else 'exact'
    end as manner
  from split
),
-- Of the thing the row is about: nothing behind the number, its unit, or its unit and its name.
spoken as (
  select
    *,
    case
      when digits <> '' then try_cast(figures as decimal(18, 6)) * case word
        when '万' then 10000 when '亿' then 100000000 when '万亿' then 1000000000000 else 1
      end::decimal(13, 0)
      else try_cast(chinese_number(chinese) as decimal(18, 6))
    end::decimal(30, 6) as said,
    case
      when digits = '' then case when ends_with(chinese, '亿') then 100000000 when ends_with(chinese, '万') then 10000 else 1 end
      when word = '万' then 10000 when word = '亿' then 100000000 when word = '万亿' then 1000000000000 else 1
    end::decimal(13, 0)
      * case length(split_part(figures, '.', 2))
        when 0 then 1 when 1 then 0.1 when 2 then 0.01 when 3 then 0.001 else 0.0001
      end::decimal(5, 4) as precision
  from parts
  where
    (digits <> '' or regexp_matches(chinese, '[十百千万亿]'))
    and (
      (rest = '' and (word <> '' or regexp_matches(chinese, '[万亿]$')))
      or (
        starts_with(rest, declared_unit)
        and (
          rest = declared_unit
          or regexp_matches(substr(rest, length(declared_unit) + 1), '^(以上|左右|以内|之内|和|与|及|，)')
          or contains(indicator_name, substr(rest, length(declared_unit) + 1, 2))
        )
      )
    )
),
borne as (
  select
    c.submission, c.sheet, c.row_number, c.indicator, c.value::decimal(30, 6) as value
  from observation.reported_cell c
  where c.value is not null
  union all
  select a.submission, a.sheet, a.row_number, a.indicator, e.value::decimal(30, 6)
  from (select distinct submission, sheet, row_number, indicator, entity from spoken) as a
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
      and b.indicator = s.indicator
      and (
        abs(b.value - s.said) < s.precision
        or (s.manner = 'more' and b.value > s.said and 5 * (b.value - s.said) <= s.said)
        or (s.manner = 'near' and 10 * abs(b.value - s.said) <= s.said)
      )
  )
order by s.entity, s.position, s.token

-- takes: observation.written_cell
-- How a text in a column for figures is read: one row per distinct text and unit. The value in its
-- plain form where the text is unmistakable, and what had to be read over; else why it is not.
with written as (
  select distinct
    text, unit,
    regexp_replace(
      translate(half_width(text), '％∶＋≧≦＞＜～〜／', '%:+≥≤><~~/'),
      '^[\s\x{00A0}\x{3000}\x{200B}\x{FEFF}]+|[\s\x{00A0}\x{3000}\x{200B}\x{FEFF}]+$', '', 'g'
    ) as trimmed
  from observation.written_cell
  where type = 'NUMBER'
),
compact as (
  select
    *, without_blanks(trimmed) as compact, half_width(unit) as own_unit,
    -- 1 234 567 groups thousands; 12 34 may be two figures.
    regexp_matches(trimmed, '\d[\s\x{00A0}\x{3000}]+[\d.,]')
      and not regexp_matches(trimmed, '^-?\d{1,3}([\s\x{00A0}\x{3000}]\d{3})+([^\d\s].*)?$') as torn
  from written
),
bare as (
  select
    *,
    if(
      own_unit <> '' and length(compact) > length(own_unit) and ends_with(compact, own_unit),
      left(compact, length(compact) - length(own_unit)),
      compact
    ) as amount
  from compact
),
parsed as (
  select
    *,
    regexp_extract(
      amount,
      '^([-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+))(万|亿)?$',
      ['number', 'scale']
    ) as parts,
    chinese_number(amount) as chinese
  from bare
),
valued as (
  select
    *,
    case parts.scale when '万' then 10000 when '亿' then 100000000 else 1 end::decimal(9, 0) as times,
    length(rtrim(split_part(parts.number, '.', 2), '0')) as decimals,
    try_cast(replace(parts.number, ',', '') as decimal(28, 10)) as number
  from parsed
),
exact as (
  select
    *,
    case
      when torn then null
      when chinese is not null then try_cast(chinese as decimal(18, 6))
      when parts.number <> '' and decimals <= if(parts.scale = '', 6, 10)
        then try_cast(number * times as decimal(18, 6))
    end as value
  from valued
),
judged as (
  select
    *,
    -- A value that does not come out exactly, or beyond twelve digits, is none.
    case when chinese is not null or value = number * times then plain(value) end as canonical
  from exact
)
select
  text, unit, canonical,
  case when canonical is not null then
    coalesce(
      nullif(array_to_string(list_filter([
        if(chinese is not null, '中文数字', null),
        if(parts.scale <> '', '“' || parts.scale || '”', null),
        if(amount <> compact, '计量单位', null),
        if(contains(parts.number, ','), '千位分隔符', null),
        if(half_width(text) <> text, '全角字符', null),
        if(without_blanks(text) <> text, '空格', null)
      ], lambda w: w is not null), '、'), ''),
      '多余的0或符号'
    )
  end as how,
  case
    when canonical is not null then null
    when
      unit in ('秒', '分钟', '小时', '天', '日', '工作日', '个工作日')
      and (regexp_matches(compact, '^(1899|1900|1904)-\d\d-\d\dT') or regexp_matches(compact, '^\d{1,3}[:：]\d{2}'))
      then '这是钟点的写法，这一栏要填以“' || unit || '”计的数，如7.5；请把单元格设为数值格式后填写'
    when regexp_matches(compact, '^(1899|1900|1904)-\d\d-\d\dT') then
      'Excel把输入的内容当成了时间（原来可能是' || time_as_typed(compact)
      || '）；如是比值，不必填报，系统用两个数计算；请把单元格设为数值格式后填写规定的数'
    when regexp_matches(compact, '^\d{4}-\d\d-\d\d') then
      '这是日期（也可能是Excel自动转换的），请把单元格设为数值格式后填写数字'
    when regexp_matches(compact, '[%‰]|百分之|千分之') then
      '这一栏' || if(unit = '', '', '的单位是“' || unit || '”，') || '不填百分数，请填写规定单位的数'
    when regexp_matches(compact, '[\d一二三四五六七八九十][:/比][\d一二三四五六七八九十]') then
      '比值不必填报，系统用两个数计算；请填写规定的数'
    when regexp_matches(compact, '约|大概|近|接近|超|逾|至少|不少于|不足|不到|≥|≤|>|<|±|余|多|左右|以上|以下|以内|上下|几|\+$') then
      '“约、近、超、余”等字样表示不是准确数，请填写准确数'
    when regexp_matches(compact, '\d[-~—至到]\d') then '填写的是一个范围，请填写一个准确数'
    when torn then '数字中间有空格，可能是两个数，请填写一个数'
    when regexp_matches(compact, '^[-+]?[\d.]+[eE][-+]?\d+$') then '科学计数法可能已丢失位数，请填写完整的数'
    when regexp_matches(compact, '^[-+]?[\d,]+(\.\d+)?$') and contains(compact, ',') then
      '千位分隔符的位置不对，可能误作小数点，请不用分隔符填写'
    when regexp_matches(compact, '^\(.*\)$') then '括号可能表示负数，请填写不带括号的数'
    when parts.number <> '' and decimals > 6 then '小数位数过多，请按规定的小数位数填写'
    when parts.number <> '' then '数值过大，请核对单位'
    when regexp_matches(compact, '^[-+]?[\d.,]+[^\d.,]+$') then
      '带有“' || regexp_extract(compact, '([^\d.,]+)$', 1) || '”字样'
      || if(unit = '', '', '，而规定的单位是“' || unit || '”') || '，请换算后只填数字'
    else '不能确定是哪个数，请只填数字'
  end as hint
from judged
order by text, unit

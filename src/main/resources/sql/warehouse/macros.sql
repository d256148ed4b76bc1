-- Macros every room may use. They return text or exact decimals, never DOUBLE.

-- Full-width digits, letters and signs as ASCII. Most texts have none, and translate reads its tables
-- anew for each text.
create or replace macro half_width(t) as
  case
    when regexp_matches(t, '[０-９Ａ-Ｚａ-ｚ．，－（）：]') then translate(
      t,
      '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ．，－（）：',
      '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-():'
    )
    else t
  end;

-- Text without any blank, the ideographic and the no-break one included.
create or replace macro without_blanks(t) as
  regexp_replace(t, '[\s\x{00A0}\x{3000}\x{200B}\x{FEFF}]', '', 'g');

-- A key brought to one form (registry: Evidence.Normalisation).
create or replace macro normalised(t, normalisation) as
  case normalisation
    when 'EXACT' then trim(t)
    when 'NAME' then without_blanks(half_width(t))
    -- Signs, digits and capitals of ASCII stay as they are.
    when 'CODE' then if(regexp_full_match(t, '[!-`{-~]*'), t, upper(without_blanks(half_width(t))))
  end;

-- A decimal as people write it: no trailing zeros, no exponent.
create or replace macro plain(d) as
  case
    when d is null then null
    when contains(d::varchar, '.') then rtrim(rtrim(d::varchar, '0'), '.')
    else d::varchar
  end;

-- The exact value of a figure in its plain form; null when it is none, finer than six decimals or
-- beyond twelve digits. How people write figures otherwise: observation.figure_reading.
create or replace macro figure(t) as
  case when regexp_full_match(t, '-?\d+(\.\d{1,6}0*)?') then try_cast(t as decimal(18, 6)) end;

-- The value of one Chinese numeral; 0 when there is none.
create or replace macro chinese_digit(t) as coalesce(instr('一二三四五六七八九', nullif(t, '')), 0);

-- The value of Chinese numerals below ten thousand, such as 五百一十五 and 一千零五.
create or replace macro chinese_section(t) as
  1000 * chinese_digit(regexp_extract(t, '([一二三四五六七八九])千', 1))
  + 100 * chinese_digit(regexp_extract(t, '([一二三四五六七八九])百', 1))
  + 10 * if(contains(t, '十'), greatest(1, chinese_digit(regexp_extract(t, '([一二三四五六七八九])十', 1))), 0)
  + chinese_digit(regexp_extract(t, '([一二三四五六七八九])$', 1));

-- Numerals as written on cheques, and 两, in their everyday form.
create or replace macro simple_numerals(t) as
  translate(t, '〇壹贰叁肆伍陆柒捌玖拾佰仟萬億两', '零一二三四五六七八九十百千万亿二');

-- Whether numerals below ten thousand are written out without a gap; 五百一, which may be 510 or 501,
-- is not.
create or replace macro is_chinese_section(t) as
  regexp_full_match(
    t,
    '[一二三四五六七八九]千([一二三四五六七八九]百([一二三四五六七八九]十[一二三四五六七八九]?|零[一二三四五六七八九])?|零[一二三四五六七八九]十[一二三四五六七八九]?|零[一二三四五六七八九])?|[一二三四五六七八九]百([一二三四五六七八九]十[一二三四五六七八九]?|零[一二三四五六七八九])?|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]'
  );

-- The value of numerals below 亿, as 三万五千 and 一万零五百; null when they are no number, or may be
-- several: 三万五, 三五, 二十余.
create or replace macro chinese_myriads(t) as
  case
    when is_chinese_section(t) then chinese_section(t)
    when
      regexp_full_match(t, '[^万]+万([一二三四五六七八九]千.*|零[^千]*)?')
      and is_chinese_section(split_part(t, '万', 1))
      and (split_part(t, '万', 2) = '' or is_chinese_section(ltrim(split_part(t, '万', 2), '零')))
      then 10000 * chinese_section(split_part(t, '万', 1)) + chinese_section(split_part(t, '万', 2))
  end;

-- The value of numerals with at most one 亿, as 一亿二千万 and 三亿零五十万, and of digits written one
-- by one, as 二零二四.
create or replace macro chinese_parts(t) as
  case
    when t = '零' then 0
    when regexp_full_match(t, '[一二三四五六七八九][零一二三四五六七八九]{2,10}')
      then translate(t, '零一二三四五六七八九', '0123456789')::bigint
    when not contains(t, '亿') then chinese_myriads(t)
    when
      regexp_full_match(t, '[^亿]+亿([一二三四五六七八九]千[^亿]*万[^亿]*|零[^亿]*)?')
      and is_chinese_section(split_part(t, '亿', 1))
      then 100000000::bigint * chinese_section(split_part(t, '亿', 1))
        + if(split_part(t, '亿', 2) = '', 0, chinese_myriads(ltrim(split_part(t, '亿', 2), '零')))
  end;

-- The value of Chinese numerals of either form.
create or replace macro chinese_number(t) as chinese_parts(simple_numerals(t));

-- What was typed where a spreadsheet made a time of it: 02:02 out of 2:02 or 1:62.
create or replace macro time_as_typed(t) as
  ltrim(regexp_extract(t, 'T(\d\d)', 1), '0')
  || ':' || regexp_extract(t, 'T\d\d:(\d\d)', 1)
  || case
    when regexp_extract(t, 'T(\d\d)', 1)::integer > 0 and regexp_extract(t, 'T\d\d:(\d\d)', 1)::integer < 40
      then '或' || (regexp_extract(t, 'T(\d\d)', 1)::integer - 1) || ':' || (regexp_extract(t, 'T\d\d:(\d\d)', 1)::integer + 60)
    else ''
  end;

-- How many decimals an exact value really has.
create or replace macro decimals_of(d) as
  case when contains(plain(d), '.') then length(split_part(plain(d), '.', 2)) else 0 end;

-- Blank, not applicable and zero are three different things.
create or replace macro is_blank(t) as coalesce(without_blanks(t), '') = '';

-- Whether a text says anything: four letters or Han characters at least. 同上, 请核实, 。 and 1 explain
-- nothing.
create or replace macro says_something(t) as
  length(regexp_replace(coalesce(t, ''), '[^\p{Han}A-Za-z]', '', 'g')) >= 4;

create or replace macro is_not_applicable(t) as
  -- A pattern, because DuckDB makes a join of a list, which every row then goes through.
  coalesce(regexp_full_match(without_blanks(t), '—|——|－|-|--|/|／|无|不适用'), false);

-- Whether a value can be taken from each of a row's cells (observation.row_reading). Of most rows
-- nothing is unread.
create or replace macro can_read(unread, positions) as
  case when unread is null then true else not list_has_any(unread, positions) end;

-- Whether a text that should name or tell something only stands in for it: —, /, 无, 暂无, 略.
create or replace macro says_nothing(t) as
  coalesce(
    regexp_full_match(
      upper(without_blanks(half_width(t))),
      '[\p{P}\p{S}]*(无|暂无|没有|不适用|不涉及|略|同上|同前|待定|待补|待填|待补充|N.?A|NONE|NULL|NIL)?[\p{P}\p{S}]*'
    ),
    false
  );

-- Whether a text begins with a letter, a digit or a Han character none of the words above begins with:
-- enough to know without a pattern that it is neither blank nor not applicable nor says nothing. Most
-- texts are such.
create or replace macro begins_to_speak(t) as
  -- Letters but N; Han but 不 同 待 无 暂 没 略.
  regexp_matches(
    t,
    '^[0-9A-MO-Za-mo-z\x{4E00}-\x{4E0C}\x{4E0E}-\x{540B}\x{540D}-\x{5F84}\x{5F86}-\x{65DF}\x{65E1}-\x{6681}\x{6683}-\x{6CA0}\x{6CA2}-\x{7564}\x{7566}-\x{9FA5}]'
  );

-- Whether a text is neither blank nor stands for what does not apply.
create or replace macro is_given(t) as
  case when begins_to_speak(t) then true else not is_blank(t) and not is_not_applicable(t) end;

-- 是 and 否 in the ways they are written; null for anything else.
create or replace macro flag(t) as
  case
    when list_contains(['是', '已完成', 'TRUE', '√', '✓', 'Y', '1'], upper(without_blanks(half_width(t)))) then true
    when list_contains(['否', '未完成', 'FALSE', '×', '✗', 'N', '0'], upper(without_blanks(half_width(t)))) then false
  end;

-- The day of year, month and day as texts; null when there is no such day.
create or replace macro iso_day(y, m, d) as
  try_cast(y || '-' || lpad(m, 2, '0') || '-' || lpad(d, 2, '0') as date);

-- The day of a date in its plain form, 2024-12-26 or a moment of that day. How people write dates
-- otherwise: observation.day_reading.
create or replace macro day(t) as
  case when regexp_full_match(t, '\d{4}-\d{2}-\d{2}(T.*)?') then try_cast(left(t, 10) as date) end;

-- How performance compares with a target, on exact values: a ratio by multiplying the target with
-- its denominator, never by dividing. Six decimals times six is exact in decimal(38, 12); what does
-- not fit is null, and in doubt by observation.beyond-measure. Strictly better than the figure is
-- EXCEEDED, but for raised_to, all and done.
create or replace macro compared(comparator, firmness, target, numerator, denominator, whole) as
  case
    when
      coalesce(
        case comparator
          when 'AT_LEAST'
            then try(numerator::decimal(38, 12))
              > try(target::decimal(18, 6) * denominator::decimal(20, 6))
          when 'MORE_THAN'
            then try(numerator::decimal(38, 12))
              > try(target::decimal(18, 6) * denominator::decimal(20, 6))
          when 'AT_MOST'
            then try(numerator::decimal(38, 12))
              < try(target::decimal(18, 6) * denominator::decimal(20, 6))
        end,
        false)
      then 'EXCEEDED'
    when
      coalesce(
        case comparator
          when 'AT_LEAST'
            then try(numerator::decimal(38, 12))
              >= try(target::decimal(18, 6) * denominator::decimal(20, 6))
          when 'RAISED_TO'
            then try(numerator::decimal(38, 12))
              >= try(target::decimal(18, 6) * denominator::decimal(20, 6))
          when 'AT_MOST'
            then try(numerator::decimal(38, 12))
              <= try(target::decimal(18, 6) * denominator::decimal(20, 6))
          when 'ALL' then numerator = whole and whole > 0
          when 'DONE' then numerator = whole and whole > 0
        end,
        false)
      then 'MET'
    when firmness = 'ASPIRED' then 'ASPIRATION_MISSED'
    else 'MISSED'
  end;

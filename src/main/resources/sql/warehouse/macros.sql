-- Macros every room may use. They return text or exact decimals, never DOUBLE.
create or replace macro half_width(t) as
  translate(
    t,
    '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ．，－（）：',
    '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-():'
  );

-- Text without any blank, the ideographic and the no-break one included.
create or replace macro without_blanks(t) as
  regexp_replace(t, '[\s\x{00A0}\x{3000}\x{200B}\x{FEFF}]', '', 'g');

-- A key brought to one form (registry: Evidence.Normalisation).
create or replace macro normalised(t, normalisation) as
  case normalisation
    when 'EXACT' then trim(t)
    when 'NAME' then without_blanks(half_width(t))
    when 'CODE' then upper(without_blanks(half_width(t)))
  end;

-- A decimal as people write it: no trailing zeros, no exponent.
create or replace macro plain(d) as
  case
    when d is null then null
    when contains(d::varchar, '.') then rtrim(rtrim(d::varchar, '0'), '.')
    else d::varchar
  end;

-- A received figure as the text of an exact decimal: half-width, without blanks and without commas
-- that group thousands; null when it is no figure, or finer than six decimals.
create or replace macro figure_text(t) as
  case
    when regexp_full_match(without_blanks(half_width(t)), '-?\d{1,3}(,\d{3})+(\.\d{1,6}0*)?')
      then replace(without_blanks(half_width(t)), ',', '')
    when regexp_full_match(without_blanks(half_width(t)), '-?\d+(\.\d{1,6}0*)?')
      then without_blanks(half_width(t))
  end;

-- The exact value of a received figure; null when it is none or beyond twelve digits.
create or replace macro figure(t) as try_cast(figure_text(t) as decimal(18, 6));

-- How many decimals an exact value really has.
create or replace macro decimals_of(d) as
  case when contains(plain(d), '.') then length(split_part(plain(d), '.', 2)) else 0 end;

-- Blank, not applicable and zero are three different things.
create or replace macro is_blank(t) as coalesce(without_blanks(t), '') = '';

create or replace macro is_not_applicable(t) as
  coalesce(without_blanks(t) in ('—', '——', '－', '-', '--', '/', '／', '无', '不适用'), false);

-- 是 and 否 in the ways they are written; null for anything else.
create or replace macro flag(t) as
  case
    when upper(without_blanks(half_width(t))) in ('是', '已完成', 'TRUE', '√', '✓', 'Y', '1') then true
    when upper(without_blanks(half_width(t))) in ('否', '未完成', 'FALSE', '×', '✗', 'N', '0') then false
  end;

-- The day of a received date: 2024-12-26, a moment of that day, 2024/12/26, 2024年12月26日.
create or replace macro day(t) as
  try_cast(
    regexp_replace(
      regexp_replace(without_blanks(half_width(t)), '^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(T.*)?$', '\1-\2-\3'),
      '^(\d{4})年(\d{1,2})月$',
      '\1-\2-1'
    ) as date
  );

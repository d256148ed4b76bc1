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

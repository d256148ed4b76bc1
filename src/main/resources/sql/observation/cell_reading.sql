-- takes: observation.written_cell, observation.figure_reading, observation.day_reading, observation.code_reading
-- One row per received cell whose text is not plain: the plain form it is read as, and what had to
-- be read over; or null, and why it cannot be read.
select
  w.submission, w.sheet, w.form, w.row_number, w.position, w.heading, w.type, w.text, w.raw,
  case w.type
    when 'NUMBER' then f.canonical
    when 'DATE' then d.canonical
    when 'CODE' then c.canonical
    else case flag(w.text) when true then '是' when false then '否' end
  end as canonical,
  case w.type
    when 'NUMBER' then f.how
    when 'DATE' then d.how
    when 'CODE' then c.how
    when 'FLAG' then if(flag(w.text) is null, null, '其他写法')
  end as how,
  case w.type
    when 'NUMBER' then f.hint
    when 'DATE' then d.hint
    when 'CODE' then c.hint
    when 'FLAG' then if(flag(w.text) is null, '请填“是”或“否”', null)
  end as hint
from observation.written_cell w
left join observation.figure_reading f on w.type = 'NUMBER' and f.text = w.text and f.unit = w.unit
left join observation.day_reading d on w.type = 'DATE' and d.text = w.text and d.monthly = w.monthly
left join observation.code_reading c on w.type = 'CODE' and c.text = w.text and c.list = w.list
order by w.submission, w.sheet, w.row_number, w.position

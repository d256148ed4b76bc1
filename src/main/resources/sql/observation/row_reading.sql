-- takes: observation.cell_reading, observation.unread_cell
-- One row per received row some text of which is not plain: where texts were read over and what they
-- are read as, where no value can be taken from a cell (`unread`), and where reading already said why
-- (`told`).
with read as (
  select
    submission, sheet, row_number,
    list(position order by position) as positions,
    list(canonical order by position) as canonicals
  from observation.cell_reading
  where canonical is not null
  group by submission, sheet, row_number
),
unread as (
  select
    submission, sheet, row_number,
    list(position order by position) as unread,
    list(position order by position) filter (told) as told
  from observation.unread_cell
  group by submission, sheet, row_number
)
select submission, sheet, row_number, r.positions, r.canonicals, u.unread, u.told
from read r
full join unread u using (submission, sheet, row_number)
order by submission, sheet, row_number

-- One row per row of a recognised sheet, as text, in the order of the form's columns.
-- Columns of 指标: code, name, unit, opening, flow, removed, closing, account, remark,
-- explanation.
create table if not exists submission.staged_row (
  submission varchar,        -- sha256 of the file
  sheet varchar,             -- name on the tab, as received
  form varchar,              -- code of the form; 指标 for the sheet of indicators
  row_number integer,        -- as the sheet counts
  cells varchar[],           -- plain form of each cell (workbook.Cell.plain); null: blank, or no value
  raw varchar[]              -- as found, where that is not the plain form (#N/A, =SUM(A1) and 4.5E1
                             -- alike); null elements: it is; null altogether: everywhere
);

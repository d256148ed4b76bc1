-- One row per sheet recognised as a form (or as 指标): where its columns stand in the file.
create table if not exists submission.staged_sheet (
  submission varchar,        -- sha256 of the file
  sheet varchar,             -- name on the tab, as received
  form varchar,              -- code of the form; 指标 for the sheet of indicators
  heading_row integer,       -- row of the headings
  columns varchar[]          -- letters of each column in the order of the form; null: not there
);

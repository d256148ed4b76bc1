-- The columns of the evidence forms.
create table if not exists registry.form_column (
  form varchar,
  position integer,             -- in staged_row.cells, from 1
  code varchar,
  heading varchar,
  type varchar,                 -- registry.Form.ColumnType
  unit varchar,
  decimals integer,             -- of a number; null: no unit
  list varchar,
  required boolean,
  key boolean
);

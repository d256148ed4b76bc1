-- The indicators as declared, in the order of the definition, with the columns of their evidence as positions in
-- staged_row.cells.
create table if not exists registry.declared_indicator (
  position integer,
  code varchar,
  name varchar,
  unit varchar,
  decimals integer,             -- a received value may have at most so many
  kind varchar,                 -- registry.Kind
  project integer,              -- null: of the digest alone
  numerator varchar,            -- of a ratio
  denominator varchar,          -- of a ratio
  flow varchar,                 -- of a stock: the flow of the same thing
  deliverables varchar[],       -- of a milestone
  comparator varchar,           -- registry.Target.Comparator; null: no target
  firmness varchar,             -- COMMITTED | ASPIRED; null: no target
  target decimal(18, 6),
  from_value decimal(18, 6),
  form varchar,                 -- of its evidence; null: the figure of 指标 stands alone
  key_positions integer[],
  key_normalisations varchar[],
  value_position integer,
  date_position integer,
  reference varchar,            -- list the key is taken from
  whole_position integer,
  where_positions integer[],
  where_values varchar[][],     -- each with its alternatives: code and name
  of_the_year boolean           -- counted keys are what came within the year, not all there is
);

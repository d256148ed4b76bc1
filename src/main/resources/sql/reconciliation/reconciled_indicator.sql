-- What came of every indicator, rounded once (reconciliation.Reconciliation): the relation that is
-- published.
create table if not exists reconciliation.reconciled_indicator (
  position integer,
  project integer,
  indicator varchar,
  name varchar,
  kind varchar,
  unit varchar,
  comparator varchar,
  firmness varchar,
  target decimal(18, 6),
  from_value decimal(18, 6),
  actual decimal(38, 6),          -- of a ratio rounded half to even to six decimals
  numerator decimal(38, 6),       -- exact
  denominator decimal(38, 6),     -- exact; 1 but for a ratio
  outcome varchar,
  variance decimal(38, 6),
  attainment decimal(38, 6),
  margin decimal(38, 6),
  reporters_required integer,
  reporters_present integer,
  missing varchar[]
);

-- Last year's sealed closing values, corrected where a correction is declared.
create table if not exists registry.opening (
  indicator varchar,
  entity varchar,
  value decimal(18, 6),
  sealed decimal(18, 6),        -- what was corrected; null: the sealed value stands
  reason varchar,
  corrected_by varchar,
  corrected_on date
);

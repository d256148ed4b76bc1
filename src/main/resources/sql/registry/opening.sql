-- Last year's sealed closing values.
create table if not exists registry.opening (
  indicator varchar,
  entity varchar,
  value decimal(18, 6)
);

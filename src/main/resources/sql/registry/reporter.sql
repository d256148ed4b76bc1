-- Who has to report what.
create table if not exists registry.reporter (
  indicator varchar,
  position integer,             -- customary order
  entity varchar
);

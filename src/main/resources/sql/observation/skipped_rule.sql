-- Rules that could not run, and why.
create table if not exists observation.skipped_rule (
  code varchar,
  reason varchar
);

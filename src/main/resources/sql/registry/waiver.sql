-- What the secretariat waived: one row per entry of waivers.yml. A place that is null is any.
create table if not exists registry.waiver (
  position integer,
  code varchar,              -- of the finding
  entity varchar,
  file varchar,
  sheet varchar,
  cell varchar,
  indicator varchar,
  found varchar,
  reason varchar,
  waived_by varchar,
  waived_on date,
  definition varchar,        -- the file it stands in, below jobs/
  line integer
);

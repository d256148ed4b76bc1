-- What the members and the secretariat wrote down on figures that differ: one row per entry of
-- differences.yml. No value is taken from here: a member's figure is what the member sent.
create table if not exists registry.difference (
  position integer,
  indicator varchar,
  entity varchar,
  sent_value decimal(18, 6),     -- what the member sent when it was written
  sent_source varchar,
  other_value decimal(18, 6),    -- published, or agreed elsewhere
  other_source varchar,
  cause varchar,
  settled boolean,
  agreed_value decimal(18, 6),   -- null: not agreed yet
  first_signatory varchar,
  first_signed_on date,
  second_signatory varchar,
  second_signed_on date,
  definition varchar,            -- the file it stands in, below jobs/
  line integer
);

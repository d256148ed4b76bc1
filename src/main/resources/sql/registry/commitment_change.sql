-- How this round's promises stand to those of the year before (registry.CommitmentComparison); without rows
-- where the year before is not defined.
create table if not exists registry.commitment_change (
  position integer,
  change varchar,               -- registry.CommitmentChange.Change
  project_before integer,
  title_before varchar,
  project integer,
  title varchar,
  indicator_before varchar,     -- null: of the whole project
  name_before varchar,
  target_before varchar,
  unit_before varchar,
  indicator varchar,
  name varchar,
  target varchar,
  unit varchar,
  detail varchar
);

-- What is wrong with the definition of the year before, which the promises of this round could therefore not be
-- set against (registry.CommitmentComparison).
create table if not exists registry.fault_before (
  position integer,
  file varchar,                 -- below jobs/
  line integer,
  key varchar,                  -- the path of keys to it
  message varchar
);

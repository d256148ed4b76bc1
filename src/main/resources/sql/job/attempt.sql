-- Whose rows the warehouse holds: a restart goes on only where it is the same attempt.
create table if not exists job.attempt (
  edition varchar,           -- edition hash
  attempt integer
);

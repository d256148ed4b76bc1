-- Faults of reading, found while a file was read.
create table if not exists submission.reading_finding (
  submission varchar,        -- sha256 of the file; else what told it: received.csv, same_values,
                             -- rejected (refused when it came)
  code varchar,
  severity varchar,          -- ERROR | VERIFY | NOTE
  entity varchar,
  file varchar,
  sheet varchar,
  cell varchar,
  found varchar,
  expected varchar,
  difference varchar,
  unit varchar,
  message varchar,
  indicators varchar[],      -- those it touches; empty: all of the submission
  places integer             -- how many it speaks of; more than one where the others are only counted
);

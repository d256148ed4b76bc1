-- One row per distinct file found in input/<year>: what came of it.
create table if not exists submission.intake (
  submission varchar,        -- sha256 of the file
  entity varchar,            -- the member it is of; null when that cannot be told
  file varchar,              -- path below input/<year>, with slashes
  state varchar,             -- received | rejected
  received_at varchar,       -- ISO 8601, as listed in received.csv; else the 填报日期 of the cover
  origin varchar,            -- from whom, as listed; null for a file dropped in by hand
  listed boolean,            -- stands in received.csv
  version integer,           -- as the cover says
  cover_date date,           -- 填报日期 of the cover
  late boolean               -- received after the deadline; null when nobody knows the day
);

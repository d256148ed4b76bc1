-- What the rules on held values found.
create table if not exists observation.rule_finding (
  submission varchar,        -- always null: a rule speaks of all that is held
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
  indicators varchar[]       -- those it touches; empty: all of the member
);

-- The one row of the round.
create table if not exists registry.round (
  year integer,
  period_start date,
  period_end date,
  deadline date
);

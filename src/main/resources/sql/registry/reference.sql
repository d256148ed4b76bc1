-- The members of every reference list: code lists and regions.
create table if not exists registry.reference (
  list varchar,
  code varchar,
  name varchar
);

-- The projects.
create table if not exists registry.project (
  number integer,
  title varchar
);

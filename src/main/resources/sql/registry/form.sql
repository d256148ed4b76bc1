-- The evidence forms.
create table if not exists registry.form (
  code varchar,
  title varchar
);

-- The reporting entities in customary order.
create table if not exists registry.entity (
  position integer,
  code varchar,
  name varchar
);

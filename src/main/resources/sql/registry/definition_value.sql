-- What the definitions of the year say, key by key (registry.DefinitionValues).
create table if not exists registry.definition_value (
  position integer,
  file varchar,                 -- as the manifest has it, such as jobs/2024/round.yml
  key varchar,                  -- such as projects[number=1].indicators[code=A01-01].target.value
  value varchar                 -- as written; of a list of values all of them
);

-- The findings an edition was published with, in their listing order.
create table if not exists publication.finding (
  submission varchar,        -- sha256 of the file; null when it is about no one file
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
  resolution varchar,        -- open | explained | waived | returned
  resolution_text varchar,   -- the member's explanation, or why it was waived
  resolution_cell varchar,   -- sheet!cell the member wrote it in
  resolution_by varchar,     -- who waived it
  resolution_on varchar      -- when, ISO 8601
);

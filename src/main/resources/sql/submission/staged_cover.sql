-- One row per entry of the cover of a received file: where it stands, or should stand.
create table if not exists submission.staged_cover (
  submission varchar,        -- sha256 of the file
  entry varchar,             -- submission.CoverEntry
  sheet varchar,             -- name on the tab, as received
  cell varchar,              -- where the entry stands; beside its label where it is blank
);

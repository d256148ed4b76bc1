-- Under which key the rows of a submission were read: while it is the same, they need not be read
-- again (pledgebook.submission.KeptReadings).
create table if not exists submission.reading_key (
  submission varchar,
  key varchar                -- SHA-256 over all that reading depends on
);

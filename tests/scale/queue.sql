-- A queue of messages that any number of workers empty, each row by one of them: docs/scale.md.
CREATE TABLE message (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  line text NOT NULL,       -- what `selaras check --ndjson` reads
  report text               -- what it answered; NULL: still to be checked
);
CREATE INDEX message_to_check ON message (id) WHERE report IS NULL;

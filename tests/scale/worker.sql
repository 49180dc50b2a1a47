-- One batch of the queue (tests/scale/queue.sql), in one transaction: rows that another worker holds are passed over, and a worker that dies gives
-- its rows back. $SELARAS is the program, $ANSWERS a file of this worker's own. An answer belongs to the row in the same place, since every line is
-- answered in its turn. \copy runs here and not in the server; its delimiter and quote are bytes that no line of JSON has, so that lines pass as they are.
\set ON_ERROR_STOP on
BEGIN;
CREATE TEMP TABLE batch ON COMMIT DROP AS
  SELECT id, line FROM message WHERE report IS NULL ORDER BY id LIMIT 40 FOR UPDATE SKIP LOCKED;
CREATE TEMP TABLE answer (place bigint GENERATED ALWAYS AS IDENTITY, report text) ON COMMIT DROP;
\copy (SELECT line FROM batch ORDER BY id) TO PROGRAM '"$SELARAS" check --ndjson > "$ANSWERS"' WITH (FORMAT csv, DELIMITER E'\x01', QUOTE E'\x02')
\copy answer (report) FROM PROGRAM 'cat "$ANSWERS"' WITH (FORMAT csv, DELIMITER E'\x01', QUOTE E'\x02')
DO $$ BEGIN
  IF (SELECT count(*) FROM batch) <> (SELECT count(*) FROM answer) THEN RAISE EXCEPTION 'not every line was answered'; END IF;
END $$;
UPDATE message SET report = answer.report
  FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM batch) AS row JOIN answer USING (place)
  WHERE message.id = row.id;
SELECT count(*) FROM batch;
COMMIT;

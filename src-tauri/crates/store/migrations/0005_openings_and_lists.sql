-- Openings are looked for in a year of visits: who is busy when, without a look at the rows.
DROP INDEX appointment_start;
CREATE INDEX appointment_busy
  ON appointment (start, second_pass, minutes, provider, chair, status, pattern) WHERE removed = 0;

-- Calls of the desk that nobody answered.
ALTER TABLE appointment ADD COLUMN unanswered TEXT NOT NULL DEFAULT '[]';

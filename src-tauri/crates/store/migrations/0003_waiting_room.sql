-- The waiting room and the end of the day.

ALTER TABLE practice ADD COLUMN waiting_alert INTEGER NOT NULL DEFAULT 15;

-- Visits that nobody brought to an end: few in the past, so that they are found at once.
CREATE INDEX appointment_unfinished ON appointment (start)
  WHERE status IN ('scheduled', 'arrived', 'seated') AND removed = 0;

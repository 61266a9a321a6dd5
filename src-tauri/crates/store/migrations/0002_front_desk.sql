-- The desk's day: block-outs, lists, saved views, what patients are to be told.

ALTER TABLE provider ADD COLUMN tint INTEGER NOT NULL DEFAULT 0;

ALTER TABLE appointment_type ADD COLUMN pattern TEXT;
ALTER TABLE appointment_type ADD COLUMN chairs TEXT NOT NULL DEFAULT '[]';
ALTER TABLE appointment_type ADD COLUMN providers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE appointment_type ADD COLUMN recall_trigger TEXT NOT NULL DEFAULT '';

ALTER TABLE appointment ADD COLUMN series BLOB;
ALTER TABLE appointment ADD COLUMN asap TEXT;
ALTER TABLE appointment ADD COLUMN wish TEXT NOT NULL DEFAULT '{}';
-- JSON once somebody saw to a visit that did not take place; none while it is open.
ALTER TABLE appointment ADD COLUMN follow_up TEXT;
ALTER TABLE appointment ADD COLUMN confirmed_by_person INTEGER NOT NULL DEFAULT 0;
ALTER TABLE appointment ADD COLUMN ended_by TEXT NOT NULL DEFAULT '';
CREATE INDEX appointment_series ON appointment (series) WHERE series IS NOT NULL;
CREATE INDEX appointment_asap ON appointment (start) WHERE asap IS NOT NULL;
CREATE INDEX appointment_unscheduled ON appointment (start)
  WHERE follow_up IS NULL AND status IN ('missed', 'cancelled');

CREATE TABLE block_out_type (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  effect TEXT NOT NULL,
  tint INTEGER NOT NULL,
  active INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE block_out (
  id BLOB PRIMARY KEY NOT NULL,
  kind BLOB NOT NULL REFERENCES block_out_type (id),
  provider BLOB REFERENCES provider (id),
  chair BLOB REFERENCES chair (id),
  first_day TEXT NOT NULL,
  -- None when it goes on for ever.
  last_day TEXT,
  from_minute INTEGER NOT NULL,
  to_minute INTEGER NOT NULL CHECK (to_minute > from_minute),
  repeat TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX block_out_days ON block_out (last_day, first_day);
CREATE INDEX block_out_kind ON block_out (kind);
CREATE INDEX block_out_provider ON block_out (provider) WHERE provider IS NOT NULL;
CREATE INDEX block_out_chair ON block_out (chair) WHERE chair IS NOT NULL;

CREATE TABLE block_out_identifier (
  system TEXT NOT NULL,
  value TEXT NOT NULL,
  block_out BLOB NOT NULL REFERENCES block_out (id),
  PRIMARY KEY (system, value, block_out)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_out_identifier_of ON block_out_identifier (block_out);

CREATE TABLE waiting (
  id BLOB PRIMARY KEY NOT NULL,
  patient BLOB NOT NULL REFERENCES patient (id),
  list TEXT NOT NULL,
  kind BLOB REFERENCES appointment_type (id),
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  wish TEXT NOT NULL,
  urgent INTEGER NOT NULL,
  note TEXT NOT NULL,
  since TEXT NOT NULL,
  -- JSON once it is booked or let go; none while it is open.
  outcome TEXT,
  revision INTEGER NOT NULL
) STRICT;
CREATE INDEX waiting_open ON waiting (list, since) WHERE outcome IS NULL;
CREATE INDEX waiting_patient ON waiting (patient);
CREATE INDEX waiting_kind ON waiting (kind) WHERE kind IS NOT NULL;

CREATE TABLE saved_view (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  key INTEGER UNIQUE,
  position INTEGER NOT NULL,
  -- What is shown of whom, and how.
  shows TEXT NOT NULL
) STRICT;

CREATE TABLE notice (
  id BLOB PRIMARY KEY NOT NULL,
  appointment BLOB NOT NULL REFERENCES appointment (id),
  of TEXT NOT NULL,
  made TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX notice_of ON notice (appointment, made);
CREATE INDEX notice_pending ON notice (made) WHERE state = 'pending';

-- When a visit came to stand where it stands (M4). Unknown for those from before there were rules:
-- what was due by then is not made up for, whenever they were booked.
ALTER TABLE appointment ADD COLUMN placed TEXT;

-- Whose birthday it is, without a look at everybody.
CREATE INDEX patient_birthday ON patient (substr(birth_date, 6));

CREATE TABLE reminder_rule (
  id BLOB PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  types TEXT NOT NULL,
  lead TEXT NOT NULL,
  channels TEXT NOT NULL,
  active INTEGER NOT NULL,
  position INTEGER NOT NULL,
  since TEXT NOT NULL
) STRICT;

-- One row: quiet hours, what counts where nobody was asked, and the channels that are set up.
CREATE TABLE message_settings (
  id BLOB PRIMARY KEY NOT NULL,
  settings TEXT NOT NULL
) STRICT;

-- All that was ever said; the latest of a channel and a kind holds (M8).
CREATE TABLE consent (
  id BLOB PRIMARY KEY NOT NULL,
  patient BLOB NOT NULL REFERENCES patient (id),
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  answered TEXT NOT NULL,
  source TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX consent_patient ON consent (patient);

-- The only ways by which somebody wishes to be reached (P7).
CREATE TABLE contact_wish (
  id BLOB PRIMARY KEY NOT NULL,
  patient BLOB NOT NULL UNIQUE REFERENCES patient (id),
  ways TEXT NOT NULL
) STRICT;

-- Numbers and addresses to which nothing goes, apart from whose they are (M9).
CREATE TABLE contact_stop (
  id BLOB PRIMARY KEY NOT NULL,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  since TEXT NOT NULL,
  stopped_by TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE outbox (
  id BLOB PRIMARY KEY NOT NULL,
  message TEXT NOT NULL,
  -- The name of the state, to be found by; `sending` holds all of it, Message-ID and date included.
  state TEXT NOT NULL,
  sending TEXT NOT NULL,
  -- When it is looked at next; of no meaning once it is over.
  due TEXT NOT NULL,
  why TEXT,
  made TEXT NOT NULL,
  -- Its words, from the moment at which it was first to be handed over.
  letter TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (state, due);

-- What a message says. `live` is 0 once the message was withdrawn: its keys are free again (M1).
CREATE TABLE outbox_part (
  outbox BLOB NOT NULL REFERENCES outbox (id),
  position INTEGER NOT NULL,
  patient BLOB NOT NULL,
  about TEXT NOT NULL,
  rule BLOB NOT NULL,
  channel TEXT NOT NULL,
  recipient TEXT NOT NULL,
  appointment BLOB,
  day TEXT NOT NULL,
  live INTEGER NOT NULL,
  PRIMARY KEY (outbox, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX outbox_once ON outbox_part (about, rule, channel, recipient) WHERE live = 1;
CREATE INDEX outbox_visit ON outbox_part (appointment) WHERE appointment IS NOT NULL;
CREATE INDEX outbox_day ON outbox_part (day);
CREATE INDEX outbox_patient ON outbox_part (patient);
CREATE INDEX outbox_recipient ON outbox_part (recipient);

-- Words of the practice's own in place of those that come with Daybook.
CREATE TABLE message_text (
  id BLOB PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL COLLATE NOCASE,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, channel, language)
) STRICT;

-- What calendars were told last of a visit (M14): the sequence only ever goes up.
CREATE TABLE invitation (
  appointment BLOB PRIMARY KEY NOT NULL REFERENCES appointment (id),
  told TEXT NOT NULL
) STRICT;

-- One row at most: the mailbox of the practice. No line of the trail repeats the password, nor what
-- keeps mail from going.
CREATE TABLE mailbox (
  id BLOB PRIMARY KEY NOT NULL,
  mailbox TEXT NOT NULL,
  password TEXT,
  trouble TEXT
) STRICT;

-- One row at most: who is sending. Local to this file, and void once its time is over.
CREATE TABLE message_sender (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  holder BLOB NOT NULL,
  until TEXT NOT NULL
) STRICT;

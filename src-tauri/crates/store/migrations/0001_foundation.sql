-- Ids are 16-byte UUIDv7. Dates are 'YYYY-MM-DD', local times 'YYYY-MM-DDTHH:MM', instants RFC 3339 UTC.

CREATE TABLE practice (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  phone TEXT NOT NULL,
  hours TEXT NOT NULL
) STRICT;

CREATE TABLE provider (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  hours TEXT,
  exceptions TEXT NOT NULL,
  active INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE provider_identifier (
  system TEXT NOT NULL,
  value TEXT NOT NULL,
  provider BLOB NOT NULL REFERENCES provider (id),
  PRIMARY KEY (system, value, provider)
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_identifier_of ON provider_identifier (provider);

CREATE TABLE chair (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  hours TEXT,
  exceptions TEXT NOT NULL,
  active INTEGER NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE appointment_type (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  tint INTEGER NOT NULL,
  active INTEGER NOT NULL,
  position INTEGER NOT NULL,
  arrive_early INTEGER NOT NULL
) STRICT;

CREATE TABLE closure (
  id BLOB PRIMARY KEY NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE household (
  id BLOB PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  guarantor BLOB REFERENCES patient (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX household_guarantor ON household (guarantor) WHERE guarantor IS NOT NULL;

CREATE TABLE patient (
  id BLOB PRIMARY KEY NOT NULL,
  chart_number TEXT UNIQUE,
  prefix TEXT NOT NULL,
  given TEXT NOT NULL,
  family TEXT NOT NULL,
  suffix TEXT NOT NULL,
  preferred_name TEXT,
  birth_date TEXT,
  sex TEXT NOT NULL,
  phones TEXT NOT NULL,
  emails TEXT NOT NULL,
  address TEXT,
  language TEXT,
  notes TEXT NOT NULL,
  alert TEXT NOT NULL,
  status TEXT NOT NULL,
  deceased_on TEXT,
  household BLOB REFERENCES household (id),
  guardian BLOB REFERENCES patient (id) DEFERRABLE INITIALLY DEFERRED,
  revision INTEGER NOT NULL,
  -- Family and given name folded: the order of lists, and where likely duplicates are looked for.
  sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX patient_sorted ON patient (sort_key, id);
CREATE INDEX patient_sorted_by_status ON patient (status, sort_key, id);
CREATE INDEX patient_birth ON patient (birth_date);
CREATE INDEX patient_household ON patient (household) WHERE household IS NOT NULL;
CREATE INDEX patient_guardian ON patient (guardian) WHERE guardian IS NOT NULL;

CREATE TABLE patient_identifier (
  system TEXT NOT NULL,
  value TEXT NOT NULL,
  patient BLOB NOT NULL REFERENCES patient (id),
  PRIMARY KEY (system, value, patient)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_identifier_of ON patient_identifier (patient);

CREATE TABLE appointment (
  id BLOB PRIMARY KEY NOT NULL,
  patient BLOB NOT NULL REFERENCES patient (id),
  provider BLOB REFERENCES provider (id),
  chair BLOB REFERENCES chair (id),
  kind BLOB REFERENCES appointment_type (id),
  start TEXT NOT NULL,
  second_pass INTEGER NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  pattern TEXT,
  status TEXT NOT NULL,
  confirmation TEXT NOT NULL,
  arrive_early INTEGER NOT NULL,
  reason TEXT NOT NULL,
  notes TEXT NOT NULL,
  overbooked INTEGER NOT NULL,
  ended_reason TEXT,
  ended_at TEXT,
  ended_by_practice INTEGER,
  arrived_at TEXT,
  seated_at TEXT,
  dismissed_at TEXT,
  revision INTEGER NOT NULL,
  -- The local day on which the visit ends; later than its start's only overnight.
  last_day TEXT NOT NULL,
  -- A booking that was undone is kept, and shown nowhere.
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX appointment_start ON appointment (start);
CREATE INDEX appointment_overnight ON appointment (last_day) WHERE last_day > substr(start, 1, 10);
CREATE INDEX appointment_patient ON appointment (patient, start);
CREATE INDEX appointment_provider ON appointment (provider, start);
CREATE INDEX appointment_chair ON appointment (chair) WHERE chair IS NOT NULL;
CREATE INDEX appointment_kind ON appointment (kind) WHERE kind IS NOT NULL;

CREATE TABLE appointment_identifier (
  system TEXT NOT NULL,
  value TEXT NOT NULL,
  appointment BLOB NOT NULL REFERENCES appointment (id),
  PRIMARY KEY (system, value, appointment)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_identifier_of ON appointment_identifier (appointment);

-- Every change and reading, each line chained to the one before by its hash (S10, K1).
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  record BLOB,
  before TEXT,
  note TEXT NOT NULL,
  -- Digest of the record as the entry left it, so that a row put back to an older state shows.
  after BLOB,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_record ON audit (record, seq) WHERE record IS NOT NULL;

-- One row: how many commits there were, and the head of the audit chain.
CREATE TABLE chain (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  commits INTEGER NOT NULL,
  audit_seq INTEGER NOT NULL,
  audit_head BLOB NOT NULL
) STRICT;
INSERT INTO chain (id, commits, audit_seq, audit_head) VALUES (1, 0, 0, zeroblob(32));

-- What patients are found by (P2). Local to this file: it can be made anew from the patients.
CREATE TABLE patient_search (
  doc INTEGER PRIMARY KEY NOT NULL,
  patient BLOB NOT NULL UNIQUE REFERENCES patient (id),
  family TEXT NOT NULL,
  given TEXT NOT NULL,
  parts TEXT NOT NULL
) STRICT;
CREATE INDEX patient_search_family ON patient_search (family, given);
CREATE INDEX patient_search_given ON patient_search (given, family);
CREATE VIRTUAL TABLE patient_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
CREATE VIRTUAL TABLE patient_parts USING fts5 (
  parts, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram'
);

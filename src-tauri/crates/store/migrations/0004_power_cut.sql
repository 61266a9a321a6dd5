-- The sheet for a power cut: whether, when, where and how it is made. One row at most.

CREATE TABLE power_cut (
  id BLOB PRIMARY KEY NOT NULL,
  is_on INTEGER NOT NULL,
  at INTEGER NOT NULL,
  folder TEXT NOT NULL,
  lock TEXT NOT NULL,
  paper TEXT NOT NULL,
  keep_days INTEGER NOT NULL,
  -- What the sheets are encrypted with. No line of the trail repeats it.
  passphrase TEXT,
  -- The day of the sheet that was made last.
  made_for TEXT
) STRICT;

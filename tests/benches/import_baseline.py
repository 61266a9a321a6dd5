"""Imports a patient list into SQLite without encryption, with the same checks and the same indexes.

What the CSV import of Daybook is held against. Usage: import_baseline.py FILE.csv DATABASE
Prints the seconds that the import took.
"""
import csv
import datetime
import json
import os
import sqlite3
import sys
import time
import unicodedata
import uuid

SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA cache_size = -65536;
CREATE TABLE patient (
  id BLOB PRIMARY KEY NOT NULL, chart_number TEXT UNIQUE, given TEXT NOT NULL, family TEXT NOT NULL,
  birth_date TEXT, sex TEXT NOT NULL, phones TEXT NOT NULL, emails TEXT NOT NULL, status TEXT NOT NULL,
  notes TEXT NOT NULL, sort_key TEXT NOT NULL
);
CREATE INDEX patient_sorted ON patient (sort_key, id);
CREATE INDEX patient_sorted_by_status ON patient (status, sort_key, id);
CREATE INDEX patient_birth ON patient (birth_date);
CREATE TABLE patient_identifier (system TEXT NOT NULL, value TEXT NOT NULL, patient BLOB NOT NULL,
  PRIMARY KEY (system, value, patient)) WITHOUT ROWID;
CREATE INDEX patient_identifier_of ON patient_identifier (patient);
CREATE TABLE patient_search (doc INTEGER PRIMARY KEY, patient BLOB NOT NULL UNIQUE, family TEXT NOT NULL,
  given TEXT NOT NULL, parts TEXT NOT NULL);
CREATE INDEX patient_search_family ON patient_search (family, given);
CREATE INDEX patient_search_given ON patient_search (given, family);
CREATE VIRTUAL TABLE patient_words USING fts5 (words, content = '', detail = none, prefix = '1 2 3');
CREATE VIRTUAL TABLE patient_parts USING fts5 (parts, content = '', detail = none, tokenize = 'trigram');
"""


def fold(text):
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def words(text):
    return "".join(c if c.isalnum() else " " for c in fold(text)).split()


def main():
    source, database = sys.argv[1:]
    if os.path.exists(database):
        os.remove(database)
    db = sqlite3.connect(database, isolation_level=None)
    db.executescript(SCHEMA)
    began = time.perf_counter()
    today = datetime.date.today()
    refused = []
    db.execute("BEGIN IMMEDIATE")
    with open(source, encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            given, family = row["first_name"].strip(), row["last_name"].strip()
            if not given and not family:
                refused.append((line, "has no name"))
                continue
            birth = None
            if row["birth_date"]:
                try:
                    birth = datetime.date.fromisoformat(row["birth_date"].strip())
                except ValueError:
                    refused.append((line, "is not a date"))
                    continue
                if birth > today or birth.year < 1850:
                    refused.append((line, "cannot be a birth date"))
                    continue
            chart = row["chart_number"].strip() or None
            key = fold(family) + "\x01" + fold(given)
            text = birth.isoformat() if birth else None
            if chart and db.execute("SELECT id FROM patient WHERE chart_number = ?", (chart,)).fetchone():
                refused.append((line, "chart number is taken"))
                continue
            if db.execute("SELECT id FROM patient WHERE sort_key = ? AND birth_date IS ?", (key, text)).fetchone():
                refused.append((line, "is there already"))
                continue
            phone, email = row["phone"].strip(), row["email"].strip()
            ident = uuid.uuid4().bytes
            db.execute(
                "INSERT INTO patient VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (ident, chart, given, family, text, row["sex"],
                 json.dumps([{"label": "phone", "number": phone}] if phone else []),
                 json.dumps([{"label": "email", "address": email}] if email else []), "active",
                 row["notes"], key),
            )
            all_words = sorted(set(words(given) + words(family) + words(email) + words(chart or "")
                                   + ([text.replace("-", ""), text[8:] + text[5:7] + text[:4],
                                       text[5:7] + text[8:] + text[:4], text[:4]] if text else [])))
            parts = " ".join(p for p in (fold(given), fold(family), fold(email),
                                         "".join(c for c in phone if c.isdigit())) if p)
            doc = db.execute("INSERT INTO patient_search (patient, family, given, parts) VALUES (?,?,?,?)",
                             (ident, fold(family), fold(given), parts)).lastrowid
            db.execute("INSERT INTO patient_words (rowid, words) VALUES (?,?)", (doc, " ".join(all_words)))
            db.execute("INSERT INTO patient_parts (rowid, parts) VALUES (?,?)", (doc, parts))
    db.execute("COMMIT")
    print(f"{time.perf_counter() - began:.3f}")
    print(f"{len(refused)} refused", file=sys.stderr)


main()

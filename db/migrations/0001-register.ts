/** The journal, the office with its settings and accounts, blank stock, drafts and tallies. Shipped: never edit, add the next number instead. */
export const sql = `
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CONSTRAINT journal_seq_counts CHECK (seq > 0),
  at TEXT NOT NULL CONSTRAINT journal_at_is_instant CHECK (length(at) BETWEEN 20 AND 35),
  actor TEXT NOT NULL,
  counter TEXT NOT NULL,
  kind TEXT NOT NULL CONSTRAINT journal_kind_named CHECK (kind LIKE '%.%'),
  subject TEXT NOT NULL CONSTRAINT journal_subject_named CHECK (subject <> ''),
  second TEXT NOT NULL,
  reason TEXT NOT NULL,
  body TEXT NOT NULL,
  algorithm TEXT NOT NULL,
  previous TEXT NOT NULL CONSTRAINT journal_previous_is_hash CHECK (length(previous) = 64),
  hash TEXT NOT NULL CONSTRAINT journal_hash_is_hash CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX journal_by_subject ON journal (subject);
CREATE INDEX journal_by_at ON journal (at);
CREATE INDEX journal_by_kind ON journal (kind);
CREATE INDEX journal_by_actor ON journal (actor);
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE setting (
  key TEXT NOT NULL,
  from_day TEXT NOT NULL CONSTRAINT setting_from_is_day CHECK (from_day = '' OR from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  value TEXT NOT NULL CONSTRAINT setting_value_is_json CHECK (json_valid(value)),
  source TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  CONSTRAINT setting_once_a_day PRIMARY KEY (key, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL COLLATE NOCASE CONSTRAINT account_name_once UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CONSTRAINT account_role_known CHECK (role IN ('registrar', 'reviewer', 'administrator', 'auditor')),
  counter TEXT NOT NULL,
  password TEXT NOT NULL,
  scope TEXT NOT NULL CONSTRAINT account_scope_known CHECK (scope IN ('mainland', 'all')),
  active INTEGER NOT NULL CONSTRAINT account_active_is_flag CHECK (active IN (0, 1)),
  sample INTEGER NOT NULL CONSTRAINT account_sample_is_flag CHECK (sample IN (0, 1)),
  failures INTEGER NOT NULL CONSTRAINT account_failures_count CHECK (failures >= 0),
  locked_until TEXT NOT NULL,
  certified_until TEXT NOT NULL,
  language TEXT NOT NULL CONSTRAINT account_language_known CHECK (language IN ('zh', 'en')),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE blank_range (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT blank_range_id_once UNIQUE,
  type TEXT NOT NULL CONSTRAINT blank_range_type_known CHECK (type IN ('marriage', 'divorce')),
  prefix TEXT NOT NULL,
  places INTEGER NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  first_number INTEGER NOT NULL,
  last_number INTEGER NOT NULL,
  used INTEGER NOT NULL CONSTRAINT blank_range_used_in_range CHECK (used BETWEEN 0 AND last_number - first_number + 1),
  next_number INTEGER NOT NULL CONSTRAINT blank_range_next_in_range CHECK (next_number BETWEEN first_number AND last_number + 1),
  received_on TEXT NOT NULL,
  received_from TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT blank_range_ordered CHECK (first_number <= last_number)
) STRICT;
CREATE INDEX blank_range_by_first ON blank_range (type, prefix, places, first_number DESC);

CREATE TABLE blank (
  type TEXT NOT NULL,
  serial TEXT NOT NULL,
  range_key INTEGER NOT NULL CONSTRAINT blank_of_range REFERENCES blank_range (key),
  number INTEGER NOT NULL,
  state TEXT NOT NULL CONSTRAINT blank_state_known CHECK (state IN ('issued', 'spoiled', 'returned')),
  case_id TEXT NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT blank_serial_once PRIMARY KEY (type, serial)
) STRICT, WITHOUT ROWID;

CREATE TABLE blank_day (
  type TEXT NOT NULL,
  day TEXT NOT NULL,
  movement TEXT NOT NULL CONSTRAINT blank_day_movement_known CHECK (movement IN ('received', 'issued', 'spoiled', 'returned')),
  count INTEGER NOT NULL,
  CONSTRAINT blank_day_once PRIMARY KEY (type, day, movement)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
  day TEXT NOT NULL,
  window TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL CONSTRAINT tally_unit_known CHECK (unit IN ('对', '件', '人', '本', '具', '例', '穴', '条')),
  hour INTEGER NOT NULL CONSTRAINT tally_hour_of_day CHECK (hour BETWEEN 0 AND 23),
  counter TEXT NOT NULL,
  count INTEGER NOT NULL,
  CONSTRAINT tally_once PRIMARY KEY (day, window, kind, unit, hour, counter)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally_day (
  day TEXT NOT NULL,
  window TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  count INTEGER NOT NULL,
  CONSTRAINT tally_day_once PRIMARY KEY (day, window, kind, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  id TEXT NOT NULL PRIMARY KEY,
  window TEXT NOT NULL,
  case_id TEXT NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL CONSTRAINT draft_content_is_json CHECK (json_valid(content)),
  account TEXT NOT NULL,
  counter TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  checksum TEXT NOT NULL CONSTRAINT draft_checksum_is_hash CHECK (length(checksum) = 64)
) STRICT;
-- Indexes put down for a long load, to be made again at its end or at the next start.
CREATE TABLE deferred_index (
  name TEXT NOT NULL PRIMARY KEY,
  sql TEXT NOT NULL
) STRICT;
CREATE INDEX draft_by_account ON draft (account, saved_at);
`

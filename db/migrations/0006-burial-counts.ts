/** The counts of funeral affairs: signed lines with the cells they count in, their sums by month, the months that are closed, the denominators of the rates. Shipped: never edit, add the next number instead. */
export const sql = `
-- Names of cells, in the order in which they were first counted in. A home stands among them as @area/home with its name.
CREATE TABLE burial_cell (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CONSTRAINT burial_cell_once UNIQUE,
  title TEXT NOT NULL
) STRICT;

-- key is 1024 times the number of the entry, plus the place of the line in it.
CREATE TABLE burial_line (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  counted_on TEXT NOT NULL,
  late INTEGER NOT NULL CONSTRAINT burial_line_late_is_flag CHECK (late IN (0, 1)),
  subject TEXT NOT NULL,
  case_id TEXT NOT NULL,
  unit TEXT NOT NULL,
  count INTEGER NOT NULL,
  fen INTEGER NOT NULL,
  CONSTRAINT burial_line_late_is_elsewhere CHECK (late = (day <> counted_on))
) STRICT;
CREATE INDEX burial_line_late_of ON burial_line (day) WHERE late = 1;
CREATE INDEX burial_line_late_on ON burial_line (counted_on) WHERE late = 1;

-- counted_on as days since 1970-01-01.
CREATE TABLE burial_line_cell (
  cell INTEGER NOT NULL,
  counted_on INTEGER NOT NULL,
  line INTEGER NOT NULL,
  CONSTRAINT burial_line_cell_once PRIMARY KEY (cell, counted_on, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE burial_sum (
  cell INTEGER NOT NULL,
  month TEXT NOT NULL,
  count INTEGER NOT NULL,
  fen INTEGER NOT NULL,
  CONSTRAINT burial_sum_once PRIMARY KEY (cell, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE burial_month (
  month TEXT NOT NULL CONSTRAINT burial_month_once PRIMARY KEY,
  day TEXT NOT NULL,
  actor TEXT NOT NULL,
  second TEXT NOT NULL,
  head TEXT NOT NULL,
  cremated INTEGER NOT NULL,
  waived_fen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE burial_denominator (
  period TEXT NOT NULL,
  base TEXT NOT NULL,
  value INTEGER NOT NULL CONSTRAINT burial_denominator_counts CHECK (value > 0),
  population INTEGER,
  per_thousand REAL,
  source TEXT NOT NULL,
  from_numerator INTEGER NOT NULL CONSTRAINT burial_denominator_from_numerator_is_flag CHECK (from_numerator IN (0, 1)),
  day TEXT NOT NULL,
  actor TEXT NOT NULL,
  CONSTRAINT burial_denominator_once PRIMARY KEY (period, base)
) STRICT, WITHOUT ROWID;

-- What is kept of a subject so that its later acts can be counted, corrected and taken back.
CREATE TABLE burial_counted (
  key TEXT NOT NULL CONSTRAINT burial_counted_once PRIMARY KEY,
  kept TEXT NOT NULL CONSTRAINT burial_counted_is_json CHECK (json_valid(kept))
) STRICT, WITHOUT ROWID;
`

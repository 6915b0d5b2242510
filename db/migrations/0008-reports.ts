/** The office's reports: days and months that are closed, late lines, stored reports, drawings of the sampled inspection, steps of the clock, and what an account keeps of its desk. Shipped: never edit, add the next number instead. */
export const sql = `
CREATE TABLE day_close (
  day TEXT NOT NULL CONSTRAINT day_close_once PRIMARY KEY,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  figures TEXT NOT NULL CONSTRAINT day_close_figures_are_json CHECK (json_valid(figures)),
  head_seq INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE month_close (
  month TEXT NOT NULL CONSTRAINT month_close_once PRIMARY KEY,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  second TEXT NOT NULL,
  content TEXT NOT NULL CONSTRAINT month_close_content_is_hash CHECK (length(content) = 64),
  head_seq INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  unclosed TEXT NOT NULL CONSTRAINT month_close_unclosed_is_json CHECK (json_valid(unclosed)),
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- key is 1024 times the number of the entry, plus the place of the line in it. cells are [name, count, fen]: what the line changes, each signed.
CREATE TABLE late_line (
  key INTEGER PRIMARY KEY,
  day TEXT NOT NULL CONSTRAINT late_line_day_given CHECK (length(day) = 10),
  entered_on TEXT NOT NULL CONSTRAINT late_line_entered_given CHECK (length(entered_on) = 10),
  window TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  counter TEXT NOT NULL,
  count INTEGER NOT NULL,
  fen INTEGER NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  case_id TEXT NOT NULL,
  cells TEXT NOT NULL CONSTRAINT late_line_cells_are_json CHECK (json_valid(cells))
) STRICT;
CREATE INDEX late_line_by_day ON late_line (day);
CREATE INDEX late_line_by_entry ON late_line (entered_on);

CREATE TABLE stored_report (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT stored_report_once UNIQUE,
  report TEXT NOT NULL CONSTRAINT stored_report_known CHECK (report IN ('compliance', 'tally')),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL CONSTRAINT stored_report_body_is_json CHECK (json_valid(body)),
  -- The last time it was made again; empty before the first.
  remade_at TEXT NOT NULL,
  remade_by TEXT NOT NULL,
  remade_same INTEGER NOT NULL CONSTRAINT stored_report_remade_same_is_flag CHECK (remade_same IN (0, 1)),
  remade_hash TEXT NOT NULL
) STRICT;
CREATE INDEX stored_report_by_period ON stored_report (report, from_day, to_day);

CREATE TABLE drawing (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT drawing_once UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL CONSTRAINT drawing_body_is_json CHECK (json_valid(body))
) STRICT;

CREATE TABLE drawing_examination (
  drawing INTEGER NOT NULL CONSTRAINT drawing_examination_of_drawing REFERENCES drawing (key),
  place INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL CONSTRAINT drawing_examination_body_is_json CHECK (json_valid(body)),
  CONSTRAINT drawing_examination_once PRIMARY KEY (drawing, place)
) STRICT, WITHOUT ROWID;

-- Entries whose time lies before that of the entry before them.
CREATE TABLE clock_step (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  before TEXT NOT NULL
) STRICT;
CREATE INDEX clock_step_by_at ON clock_step (at);

-- Working papers like drafts, outside of the chain.
CREATE TABLE preference (
  account TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL CONSTRAINT preference_value_is_json CHECK (json_valid(value)),
  checksum TEXT NOT NULL CONSTRAINT preference_checksum_is_hash CHECK (length(checksum) = 64),
  CONSTRAINT preference_once PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
`

/** Marriage cases and their parties: the columns that are searched, counted or made unique; the whole facts are the fold of the journal. Shipped: never edit, add the next number instead. */
export const sql = `
CREATE TABLE marriage_case (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT marriage_case_id_once UNIQUE,
  revision INTEGER NOT NULL CONSTRAINT marriage_case_revision_counts CHECK (revision > 0),
  state TEXT NOT NULL CONSTRAINT marriage_case_state_known CHECK (state IN ('received', 'registered', 'proofread', 'delivered', 'refused', 'abandoned', 'voided')),
  kind TEXT NOT NULL CONSTRAINT marriage_case_kind_known CHECK (kind IN ('marriage', 'late', 'remarriage')),
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  counter TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  number TEXT CONSTRAINT marriage_case_number_once UNIQUE,
  area TEXT NOT NULL,
  office_name TEXT NOT NULL,
  day TEXT NOT NULL,
  registered_at TEXT NOT NULL,
  hour INTEGER,
  registrar TEXT NOT NULL,
  serial_man TEXT NOT NULL,
  serial_woman TEXT NOT NULL,
  delivered_on TEXT NOT NULL,
  ended_on TEXT NOT NULL,
  old_number TEXT NOT NULL,
  cohabited_since TEXT NOT NULL,
  man_age INTEGER,
  woman_age INTEGER,
  age_difference INTEGER,
  inspection TEXT NOT NULL CONSTRAINT marriage_case_inspection_known CHECK (inspection IN ('unexamined', 'qualified', 'failed')),
  fonds TEXT NOT NULL,
  archive_year INTEGER,
  office_file_number INTEGER,
  archive_file_number TEXT NOT NULL,
  pages INTEGER,
  CONSTRAINT marriage_case_number_from_decision CHECK ((number IS NULL) = (day = '' OR state = 'refused'))
) STRICT;
CREATE INDEX marriage_case_by_day ON marriage_case (day) WHERE day <> '';
CREATE INDEX marriage_case_in_work ON marriage_case (state) WHERE state IN ('received', 'registered', 'proofread');
CREATE UNIQUE INDEX marriage_case_file_number_once ON marriage_case (fonds, archive_year, office_file_number) WHERE office_file_number IS NOT NULL;
CREATE INDEX marriage_case_by_old_number ON marriage_case (old_number) WHERE old_number <> '';

-- key is twice the key of the case, plus one for the woman.
CREATE TABLE marriage_party (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL,
  identity_number TEXT NOT NULL,
  identity_tail INTEGER NOT NULL,
  identity_type TEXT NOT NULL,
  person_kind TEXT NOT NULL,
  nationality TEXT NOT NULL,
  sex TEXT NOT NULL CONSTRAINT marriage_party_sex_known CHECK (sex IN ('', '1', '2')),
  birth TEXT NOT NULL,
  ethnicity TEXT NOT NULL,
  marital_status TEXT NOT NULL,
  education TEXT NOT NULL,
  occupation TEXT NOT NULL,
  residence_area TEXT NOT NULL,
  phone TEXT NOT NULL
) STRICT;
CREATE INDEX marriage_party_by_name ON marriage_party (name);
CREATE INDEX marriage_party_by_pinyin ON marriage_party (pinyin);
CREATE INDEX marriage_party_by_initials ON marriage_party (initials);
CREATE INDEX marriage_party_by_identity_number ON marriage_party (identity_number);
CREATE INDEX marriage_party_by_identity_tail ON marriage_party (identity_tail);

CREATE TABLE marriage_inspection (
  case_key INTEGER NOT NULL CONSTRAINT marriage_inspection_of_case REFERENCES marriage_case (key),
  item TEXT NOT NULL,
  result TEXT NOT NULL CONSTRAINT marriage_inspection_result_known CHECK (result IN ('pass', 'fail', 'notApplicable')),
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  CONSTRAINT marriage_inspection_once PRIMARY KEY (case_key, item)
) STRICT, WITHOUT ROWID;
`

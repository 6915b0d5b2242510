/** Divorces, reissues, the ends of marriages, the archive's log and boxes, notices of rest days; what a marriage case carries of them; and the counts that were not kept before. Shipped: never edit, add the next number instead. */

/** What the cases of every window carry. */
const common = (window: string, states: string, decided: string, own: string): string => `
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT ${window}_case_id_once UNIQUE,
  revision INTEGER NOT NULL CONSTRAINT ${window}_case_revision_counts CHECK (revision > 0),
  state TEXT NOT NULL CONSTRAINT ${window}_case_state_known CHECK (state IN (${states})),
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  counter TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  number TEXT CONSTRAINT ${window}_case_number_once UNIQUE,
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
  inspection TEXT NOT NULL CONSTRAINT ${window}_case_inspection_known CHECK (inspection IN ('unexamined', 'qualified', 'failed')),
  scanned INTEGER NOT NULL CONSTRAINT ${window}_case_scanned_counts CHECK (scanned >= 0),
  fonds TEXT NOT NULL,
  archive_year INTEGER,
  office_file_number INTEGER,
  archive_file_number TEXT NOT NULL,
  pages INTEGER,${own}
  CONSTRAINT ${window}_case_number_from_decision CHECK ((number IS NULL) = (day = '' OR state IN (${decided})))`

const filed = (window: string): string => `
CREATE UNIQUE INDEX ${window}_case_file_number_once ON ${window}_case (archive_year, office_file_number, fonds) WHERE office_file_number IS NOT NULL;
CREATE INDEX ${window}_case_scans_differ ON ${window}_case (archive_year, office_file_number) WHERE office_file_number IS NOT NULL AND pages <> scanned;`

const parties = (window: string): string => `
-- key is twice the key of the case, plus one for the woman.
CREATE TABLE ${window}_party (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL,
  identity_number TEXT NOT NULL,
  identity_tail INTEGER NOT NULL,
  identity_type TEXT NOT NULL,
  person_kind TEXT NOT NULL,
  nationality TEXT NOT NULL,
  sex TEXT NOT NULL CONSTRAINT ${window}_party_sex_known CHECK (sex IN ('', '1', '2')),
  birth TEXT NOT NULL,
  ethnicity TEXT NOT NULL,
  marital_status TEXT NOT NULL,
  education TEXT NOT NULL,
  occupation TEXT NOT NULL,
  residence_area TEXT NOT NULL,
  phone TEXT NOT NULL
) STRICT;
CREATE INDEX ${window}_party_by_name ON ${window}_party (name);
CREATE INDEX ${window}_party_by_pinyin ON ${window}_party (pinyin);
CREATE INDEX ${window}_party_by_initials ON ${window}_party (initials);
CREATE INDEX ${window}_party_by_identity_number ON ${window}_party (identity_number);
CREATE INDEX ${window}_party_by_identity_tail ON ${window}_party (identity_tail);

CREATE TABLE ${window}_inspection (
  case_key INTEGER NOT NULL CONSTRAINT ${window}_inspection_of_case REFERENCES ${window}_case (key),
  item TEXT NOT NULL,
  result TEXT NOT NULL CONSTRAINT ${window}_inspection_result_known CHECK (result IN ('pass', 'fail', 'notApplicable')),
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  CONSTRAINT ${window}_inspection_once PRIMARY KEY (case_key, item)
) STRICT, WITHOUT ROWID;`

const divorce = `
CREATE TABLE divorce_case (${common('divorce', "'received', 'accepted', 'issuing', 'registered', 'proofread', 'delivered', 'notAccepted', 'withdrawn', 'refused', 'abandoned', 'voided'", "'refused', 'notAccepted'", `
  receipt_number TEXT NOT NULL,
  receipt_serial INTEGER NOT NULL,
  accepted_on TEXT NOT NULL,
  end1 TEXT NOT NULL,
  end2 TEXT NOT NULL,
  appeared_on TEXT NOT NULL,
  confirmation_number TEXT NOT NULL,
  confirmation_serial INTEGER NOT NULL,
  marriage_case_id TEXT NOT NULL,
  marriage_number TEXT NOT NULL,
  marriage_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  man_age INTEGER,
  woman_age INTEGER,
  age_difference INTEGER,`)},
  CONSTRAINT divorce_case_clock_from_acceptance CHECK ((accepted_on = '') = (end1 = '') AND (accepted_on = '') = (end2 = '') AND (state NOT IN ('accepted', 'issuing', 'withdrawn') OR accepted_on <> '')),
  CONSTRAINT divorce_case_clock_runs CHECK (accepted_on = '' OR (accepted_on < end1 AND end1 < end2))
) STRICT;
CREATE INDEX divorce_case_by_day ON divorce_case (day) WHERE day <> '';
CREATE INDEX divorce_case_in_work ON divorce_case (state) WHERE state IN ('received', 'issuing', 'registered', 'proofread');
CREATE INDEX divorce_case_by_accepted_on ON divorce_case (accepted_on) WHERE accepted_on <> '';
CREATE INDEX divorce_case_by_end1 ON divorce_case (end1) WHERE state = 'accepted';
CREATE INDEX divorce_case_by_end2 ON divorce_case (end2) WHERE state = 'accepted';
CREATE INDEX divorce_case_unfiled ON divorce_case (state, end2) WHERE office_file_number IS NULL;
CREATE UNIQUE INDEX divorce_case_receipt_once ON divorce_case (receipt_number) WHERE receipt_number <> '';
CREATE UNIQUE INDEX divorce_case_confirmation_once ON divorce_case (confirmation_number) WHERE confirmation_number <> '';
CREATE INDEX divorce_case_by_receipt_serial ON divorce_case (substr(accepted_on, 1, 4), receipt_serial) WHERE accepted_on <> '';
CREATE INDEX divorce_case_by_confirmation_serial ON divorce_case (substr(ended_on, 1, 4), confirmation_serial) WHERE state = 'withdrawn';
CREATE INDEX divorce_case_by_marriage_case ON divorce_case (marriage_case_id) WHERE marriage_case_id <> '';
CREATE INDEX divorce_case_by_marriage_number ON divorce_case (marriage_number) WHERE marriage_number <> '';
${filed('divorce')}
${parties('divorce')}
`

const reissue = `
CREATE TABLE reissue_case (${common('reissue', "'received', 'registered', 'proofread', 'delivered', 'refused', 'abandoned', 'voided'", "'refused'", `
  certificate TEXT NOT NULL CONSTRAINT reissue_case_certificate_known CHECK (certificate IN ('marriage', 'divorce')),
  applicant TEXT NOT NULL CONSTRAINT reissue_case_applicant_known CHECK (applicant IN ('man', 'woman', 'both')),
  reason TEXT NOT NULL,
  original_case_id TEXT NOT NULL,
  original_number TEXT NOT NULL,
  original_day TEXT NOT NULL,
  original_area TEXT NOT NULL,
  proxied INTEGER NOT NULL CONSTRAINT reissue_case_proxied_is_flag CHECK (proxied IN (0, 1)),`)}
) STRICT;
CREATE INDEX reissue_case_by_day ON reissue_case (day) WHERE day <> '';
CREATE INDEX reissue_case_in_work ON reissue_case (state) WHERE state IN ('received', 'registered', 'proofread');
CREATE INDEX reissue_case_unfiled ON reissue_case (day) WHERE state = 'delivered' AND office_file_number IS NULL;
CREATE INDEX reissue_case_by_original_case ON reissue_case (original_case_id) WHERE original_case_id <> '';
CREATE INDEX reissue_case_by_original_number ON reissue_case (original_number) WHERE original_number <> '';
${filed('reissue')}
${parties('reissue')}
`

const marriage = `
ALTER TABLE marriage_case ADD COLUMN ending TEXT NOT NULL DEFAULT '' CONSTRAINT marriage_case_ending_known CHECK (ending IN ('', 'divorced', 'void', 'annulled', 'revoked'));
ALTER TABLE marriage_case ADD COLUMN planned_day TEXT NOT NULL DEFAULT '';
ALTER TABLE marriage_case ADD COLUMN scanned INTEGER NOT NULL DEFAULT 0 CONSTRAINT marriage_case_scanned_counts CHECK (scanned >= 0);
CREATE INDEX marriage_case_by_planned_day ON marriage_case (planned_day) WHERE planned_day <> '';
CREATE INDEX marriage_case_by_ending ON marriage_case (ending) WHERE ending <> '';
CREATE INDEX marriage_case_unfiled ON marriage_case (day) WHERE state = 'delivered' AND office_file_number IS NULL;
DROP INDEX marriage_case_file_number_once;
${filed('marriage')}

-- The end of a marriage, and the file of its own that a judgment or revocation makes. key is the number of its entry in the journal.
CREATE TABLE marriage_ending (
  key INTEGER PRIMARY KEY,
  case_key INTEGER NOT NULL CONSTRAINT marriage_ending_of_case REFERENCES marriage_case (key),
  place INTEGER NOT NULL CONSTRAINT marriage_ending_place_counts CHECK (place >= 0),
  kind TEXT NOT NULL CONSTRAINT marriage_ending_kind_known CHECK (kind IN ('divorced', 'void', 'annulled', 'revoked')),
  day TEXT NOT NULL,
  noted_on TEXT NOT NULL,
  authority TEXT NOT NULL,
  number TEXT NOT NULL,
  divorce_case_id TEXT NOT NULL,
  scanned INTEGER NOT NULL CONSTRAINT marriage_ending_scanned_counts CHECK (scanned >= 0),
  fonds TEXT NOT NULL,
  archive_year INTEGER,
  office_file_number INTEGER,
  archive_file_number TEXT NOT NULL,
  pages INTEGER,
  CONSTRAINT marriage_ending_once UNIQUE (case_key, place)
) STRICT;
CREATE INDEX marriage_ending_by_day ON marriage_ending (day);
CREATE INDEX marriage_ending_unfiled ON marriage_ending (day) WHERE kind <> 'divorced' AND office_file_number IS NULL;
CREATE UNIQUE INDEX marriage_ending_file_number_once ON marriage_ending (archive_year, office_file_number, fonds) WHERE office_file_number IS NOT NULL;
CREATE INDEX marriage_ending_scans_differ ON marriage_ending (archive_year, office_file_number) WHERE office_file_number IS NOT NULL AND pages <> scanned;
`

const archive = `
CREATE TABLE archive_record (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT archive_record_id_once UNIQUE,
  kind TEXT NOT NULL CONSTRAINT archive_record_kind_known CHECK (kind IN ('query', 'proof')),
  number TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  day TEXT NOT NULL,
  at TEXT NOT NULL,
  requester_kind TEXT NOT NULL,
  requester TEXT NOT NULL,
  unit TEXT NOT NULL,
  basis TEXT NOT NULL,
  purpose TEXT NOT NULL,
  files INTEGER NOT NULL,
  found INTEGER NOT NULL CONSTRAINT archive_record_found_is_flag CHECK (found IN (0, 1)),
  pages INTEGER NOT NULL,
  registrar TEXT NOT NULL,
  CONSTRAINT archive_record_number_once UNIQUE (kind, number)
) STRICT;
CREATE INDEX archive_record_by_day ON archive_record (day);
CREATE INDEX archive_record_by_serial ON archive_record (kind, year, serial);

CREATE TABLE archive_box (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT archive_box_id_once UNIQUE,
  fonds TEXT NOT NULL,
  year INTEGER NOT NULL,
  file_class TEXT NOT NULL CONSTRAINT archive_box_class_known CHECK (file_class IN ('marriage', 'annulment', 'divorce', 'reissue')),
  box INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  files INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  note TEXT NOT NULL,
  boxed_on TEXT NOT NULL,
  transferred_on TEXT NOT NULL,
  receiver TEXT NOT NULL,
  transfer_number TEXT NOT NULL,
  CONSTRAINT archive_box_once UNIQUE (year, file_class, fonds, box),
  CONSTRAINT archive_box_run_ordered CHECK (first <= last)
) STRICT;
CREATE INDEX archive_box_by_run ON archive_box (year, file_class, fonds, first);
`

const calendar = `
CREATE TABLE calendar_notice (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT calendar_notice_id_once UNIQUE,
  notice TEXT NOT NULL CONSTRAINT calendar_notice_is_json CHECK (json_valid(notice)),
  set_aside_at TEXT NOT NULL
) STRICT;
`

/** Booklets of a reissue are counted apart from those of a registration. */
const stock = `
CREATE TABLE blank_movement (
  type TEXT NOT NULL,
  day TEXT NOT NULL,
  movement TEXT NOT NULL CONSTRAINT blank_day_movement_known CHECK (movement IN ('received', 'issued', 'reissued', 'spoiled', 'returned')),
  count INTEGER NOT NULL,
  CONSTRAINT blank_day_once PRIMARY KEY (type, day, movement)
) STRICT, WITHOUT ROWID;
INSERT INTO blank_movement SELECT type, day, movement, count FROM blank_day;
DROP TABLE blank_day;
ALTER TABLE blank_movement RENAME TO blank_day;
`

/** A register that has been in use: pages of the scans as the newest papers of each case have them, the matters' own names, and corrections, which were not counted. */
const held = `
UPDATE marriage_case SET scanned = (
  SELECT coalesce(sum(scan.value ->> '$.pages'), 0)
  FROM json_each((SELECT coalesce(body -> '$.file.papers', body -> '$.changes.papers') FROM journal WHERE subject = marriage_case.id AND kind IN ('marriage.opened', 'marriage.amended', 'marriage.corrected') AND coalesce(body -> '$.file.papers', body -> '$.changes.papers') IS NOT NULL ORDER BY seq DESC LIMIT 1)) AS paper,
    json_each(paper.value, '$.scans') AS scan
) WHERE EXISTS (SELECT 1 FROM journal WHERE subject = marriage_case.id AND instr(body, '"scans":[{') > 0);
UPDATE tally SET kind = 'refusal' WHERE kind = 'refused';
UPDATE tally_day SET kind = 'refusal' WHERE kind = 'refused';
INSERT INTO tally (day, window, kind, unit, hour, counter, count)
  SELECT substr(at, 1, 10), 'marriage', 'correction', '件', CAST(substr(at, 12, 2) AS INTEGER), counter, count(*) FROM journal WHERE kind = 'marriage.corrected' GROUP BY 1, 5, 6;
INSERT INTO tally_day (day, window, kind, unit, count)
  SELECT substr(at, 1, 10), 'marriage', 'correction', '件', count(*) FROM journal WHERE kind = 'marriage.corrected' GROUP BY 1;
`

export const sql = `${divorce}${reissue}${marriage}${archive}${calendar}${stock}${held}`

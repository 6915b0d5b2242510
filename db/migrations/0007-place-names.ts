/** Place names: cases with their names, the gazetteer with every name and its keys of sound and look, the boxes of the map, plates and proofs, boundaries, plans and irregular names as their acts left them, versions of the local profile, document numbers, and the counts. Shipped: never edit, add the next number instead. */

const cases = `
-- key is the number of the entry that opened the case. content is the case as its acts left it, without the long texts and geometries of its names, which the journal holds.
CREATE TABLE place_name_case (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT place_name_case_id_once UNIQUE,
  revision INTEGER NOT NULL CONSTRAINT place_name_case_revision_counts CHECK (revision > 0),
  state TEXT NOT NULL CONSTRAINT place_name_case_state_known CHECK (state IN ('received', 'supplementAsked', 'accepted', 'reviewed', 'forwarded', 'opined', 'approved', 'refused', 'notAccepted', 'withdrawn', 'archived')),
  source TEXT NOT NULL CONSTRAINT place_name_case_source_known CHECK (source IN ('application', 'consultation')),
  title TEXT NOT NULL,
  applicant TEXT NOT NULL,
  applicant_pinyin TEXT NOT NULL,
  received_on TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  slip TEXT NOT NULL,
  document TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  approver TEXT NOT NULL,
  names TEXT NOT NULL CONSTRAINT place_name_case_names_are_json CHECK (json_valid(names)),
  acts TEXT NOT NULL CONSTRAINT place_name_case_acts_are_json CHECK (json_valid(acts)),
  kinds TEXT NOT NULL CONSTRAINT place_name_case_kinds_are_json CHECK (json_valid(kinds)),
  approved INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  filed INTEGER NOT NULL CONSTRAINT place_name_case_filed_is_flag CHECK (filed IN (0, 1)),
  noticed INTEGER NOT NULL CONSTRAINT place_name_case_noticed_is_flag CHECK (noticed IN (0, 1)),
  entered INTEGER NOT NULL,
  signed INTEGER NOT NULL,
  registrar TEXT NOT NULL,
  counter TEXT NOT NULL,
  content TEXT NOT NULL CONSTRAINT place_name_case_content_is_json CHECK (json_valid(content))
) STRICT;
CREATE INDEX place_name_case_by_received_on ON place_name_case (received_on);
CREATE INDEX place_name_case_by_decided_on ON place_name_case (decided_on) WHERE decided_on <> '';
CREATE INDEX place_name_case_by_applicant ON place_name_case (applicant);
CREATE INDEX place_name_case_by_applicant_pinyin ON place_name_case (applicant_pinyin);
CREATE INDEX place_name_case_running ON place_name_case (state) WHERE state <> 'archived';

-- The names of a case, in the order of the application; open ones are compared with every name that is typed.
CREATE TABLE place_name_item (
  key INTEGER PRIMARY KEY,
  case_key INTEGER NOT NULL CONSTRAINT place_name_item_of_case REFERENCES place_name_case (key),
  item TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- Still to be decided on: it counts among the neighbours of other names.
  open INTEGER NOT NULL CONSTRAINT place_name_item_open_is_flag CHECK (open IN (0, 1)),
  outcome TEXT NOT NULL CONSTRAINT place_name_item_outcome_known CHECK (outcome IN ('', 'approved', 'refused')),
  act TEXT NOT NULL,
  kind TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  name TEXT NOT NULL,
  province TEXT NOT NULL,
  county TEXT NOT NULL,
  built_up_area TEXT NOT NULL,
  township TEXT NOT NULL,
  village TEXT NOT NULL,
  place TEXT NOT NULL,
  sound TEXT NOT NULL,
  near TEXT NOT NULL,
  loose TEXT NOT NULL,
  look TEXT NOT NULL,
  specific TEXT NOT NULL,
  specific_sound TEXT NOT NULL,
  specific_near TEXT NOT NULL,
  specific_loose TEXT NOT NULL,
  specific_look TEXT NOT NULL,
  -- Without what marks one of a series, and whether it is one; without a first character such as 东, 西, 大, 小.
  stem TEXT NOT NULL,
  series INTEGER NOT NULL CONSTRAINT place_name_item_series_is_flag CHECK (series IN (0, 1)),
  tail TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL,
  CONSTRAINT place_name_item_once UNIQUE (case_key, item)
) STRICT;
CREATE INDEX place_name_item_by_name ON place_name_item (name) WHERE name <> '';
CREATE INDEX place_name_item_by_pinyin ON place_name_item (pinyin) WHERE pinyin <> '';
CREATE INDEX place_name_item_by_initials ON place_name_item (initials) WHERE initials <> '';
CREATE INDEX place_name_item_by_entity ON place_name_item (entity_id) WHERE entity_id <> '';
CREATE INDEX place_name_item_open_loose ON place_name_item (loose) WHERE open = 1;
CREATE INDEX place_name_item_open_look ON place_name_item (look) WHERE open = 1;
CREATE INDEX place_name_item_open_specific_loose ON place_name_item (specific_loose) WHERE open = 1;
CREATE INDEX place_name_item_open_specific_look ON place_name_item (specific_look) WHERE open = 1;
CREATE INDEX place_name_item_open_stem ON place_name_item (stem) WHERE open = 1 AND stem <> '';
CREATE INDEX place_name_item_open_tail ON place_name_item (tail) WHERE open = 1 AND tail <> '';

-- Every number of a paper that an act carries; those of other bodies may repeat. key is 32768 times the number of the entry, plus the place in it.
CREATE TABLE place_name_document (
  key INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  -- Empty, and 0, where the number has no shape of an agency's.
  agency TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  with_word INTEGER NOT NULL CONSTRAINT place_name_document_with_word_is_flag CHECK (with_word IN (0, 1)),
  paper TEXT NOT NULL,
  subject TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;
CREATE INDEX place_name_document_by_number ON place_name_document (number);
CREATE INDEX place_name_document_by_serial ON place_name_document (agency, year, with_word, serial);
CREATE INDEX place_name_document_by_year ON place_name_document (year, number);
`

const gazetteer = `
-- key is the number of the entry that added the entity. content is the entity as its acts left it, without its geometry.
CREATE TABLE gazetteer_entity (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT gazetteer_entity_id_once UNIQUE,
  revision INTEGER NOT NULL CONSTRAINT gazetteer_entity_revision_counts CHECK (revision > 0),
  removed INTEGER NOT NULL CONSTRAINT gazetteer_entity_removed_is_flag CHECK (removed IN (0, 1)),
  kind TEXT NOT NULL,
  -- The standard name, or the last there was.
  name TEXT NOT NULL,
  province TEXT NOT NULL,
  county TEXT NOT NULL,
  built_up_area TEXT NOT NULL,
  township TEXT NOT NULL,
  village TEXT NOT NULL,
  place TEXT NOT NULL,
  form TEXT NOT NULL CONSTRAINT gazetteer_entity_form_known CHECK (form IN ('', 'point', 'line', 'area')),
  -- Diagonal of the box in degrees.
  extent REAL NOT NULL,
  length_metres REAL,
  protected INTEGER NOT NULL CONSTRAINT gazetteer_entity_protected_is_flag CHECK (protected IN (0, 1)),
  code TEXT NOT NULL,
  secrecy TEXT NOT NULL,
  geometry TEXT NOT NULL,
  content TEXT NOT NULL CONSTRAINT gazetteer_entity_content_is_json CHECK (json_valid(content))
) STRICT;
-- They hold what the sums of the first page add up.
CREATE INDEX gazetteer_entity_by_kind ON gazetteer_entity (kind, removed);
CREATE INDEX gazetteer_entity_by_township ON gazetteer_entity (township, kind, removed);
CREATE INDEX gazetteer_entity_by_built_up_area ON gazetteer_entity (built_up_area, kind);
CREATE INDEX gazetteer_entity_by_extent ON gazetteer_entity (extent, key) WHERE form <> '';
CREATE INDEX gazetteer_entity_protected ON gazetteer_entity (key) WHERE protected = 1;
CREATE INDEX gazetteer_entity_removed ON gazetteer_entity (key) WHERE removed = 1;
CREATE INDEX gazetteer_entity_without_geometry ON gazetteer_entity (key) WHERE form = '';
CREATE INDEX gazetteer_entity_without_code ON gazetteer_entity (key) WHERE code = '';

-- Boxes of the entities that have a geometry, in degrees, rounded outwards to what the tree can hold.
CREATE VIRTUAL TABLE gazetteer_box USING rtree (key, west, east, south, north);

-- Every name of every entity; key is 4096 times that of the entity, plus the place of the name in it.
CREATE TABLE gazetteer_name (
  key INTEGER PRIMARY KEY,
  entity_key INTEGER NOT NULL CONSTRAINT gazetteer_name_of_entity REFERENCES gazetteer_entity (key),
  id TEXT NOT NULL,
  standing TEXT NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  sign TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  document TEXT NOT NULL,
  case_id TEXT NOT NULL,
  item TEXT NOT NULL,
  sound TEXT NOT NULL,
  near TEXT NOT NULL,
  loose TEXT NOT NULL,
  look TEXT NOT NULL,
  specific TEXT NOT NULL,
  specific_sound TEXT NOT NULL,
  specific_near TEXT NOT NULL,
  specific_loose TEXT NOT NULL,
  specific_look TEXT NOT NULL,
  stem TEXT NOT NULL,
  series INTEGER NOT NULL CONSTRAINT gazetteer_name_series_is_flag CHECK (series IN (0, 1)),
  tail TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL
) STRICT;
CREATE INDEX gazetteer_name_by_standing ON gazetteer_name (standing);
CREATE INDEX gazetteer_name_by_name ON gazetteer_name (name);
CREATE INDEX gazetteer_name_by_pinyin ON gazetteer_name (pinyin);
CREATE INDEX gazetteer_name_by_initials ON gazetteer_name (initials);
CREATE INDEX gazetteer_name_by_loose ON gazetteer_name (loose);
CREATE INDEX gazetteer_name_by_look ON gazetteer_name (look);
CREATE INDEX gazetteer_name_by_specific_loose ON gazetteer_name (specific_loose);
CREATE INDEX gazetteer_name_by_specific_look ON gazetteer_name (specific_look);
CREATE INDEX gazetteer_name_by_stem ON gazetteer_name (stem, series) WHERE stem <> '';
CREATE INDEX gazetteer_name_by_tail ON gazetteer_name (tail) WHERE tail <> '';
CREATE INDEX gazetteer_name_by_case ON gazetteer_name (case_id) WHERE case_id <> '';
`

const plates = `
-- The plates of a street or estate as its acts left them; key is the number of the first of them.
CREATE TABLE plate_book (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT plate_book_id_once UNIQUE,
  revision INTEGER NOT NULL CONSTRAINT plate_book_revision_counts CHECK (revision > 0),
  name TEXT NOT NULL,
  current INTEGER NOT NULL,
  reserved INTEGER NOT NULL,
  cancelled INTEGER NOT NULL,
  made INTEGER NOT NULL,
  mounted INTEGER NOT NULL,
  confirmed INTEGER NOT NULL,
  content TEXT NOT NULL CONSTRAINT plate_book_content_is_json CHECK (json_valid(content))
) STRICT;
CREATE INDEX plate_book_by_name ON plate_book (name);

CREATE TABLE address_proof (
  key INTEGER PRIMARY KEY,
  number TEXT NOT NULL CONSTRAINT address_proof_number_once UNIQUE,
  day TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  applicant TEXT NOT NULL,
  owner TEXT NOT NULL,
  standard TEXT NOT NULL,
  body TEXT NOT NULL CONSTRAINT address_proof_body_is_json CHECK (json_valid(body)),
  -- Empty while it stands.
  withdrawn TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX address_proof_by_day ON address_proof (day);
CREATE INDEX address_proof_by_entity ON address_proof (entity_id) WHERE entity_id <> '';
CREATE INDEX address_proof_by_applicant ON address_proof (applicant);
`

const records = `
-- Boundaries, plans of years, name plans and irregular names: each as its acts left it, with the columns that are searched. key is the number of its first entry.
CREATE TABLE place_name_record (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CONSTRAINT place_name_record_kind_known CHECK (kind IN ('boundary', 'boundaryPlan', 'namePlan', 'irregular')),
  id TEXT NOT NULL,
  revision INTEGER NOT NULL CONSTRAINT place_name_record_revision_counts CHECK (revision > 0),
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  -- First day, and the day it was closed.
  day TEXT NOT NULL,
  ended_on TEXT NOT NULL,
  township TEXT NOT NULL,
  parent TEXT NOT NULL,
  content TEXT NOT NULL CONSTRAINT place_name_record_content_is_json CHECK (json_valid(content)),
  CONSTRAINT place_name_record_once UNIQUE (kind, id)
) STRICT;
CREATE INDEX place_name_record_by_day ON place_name_record (kind, day);

CREATE TABLE place_name_profile (
  key INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  body TEXT NOT NULL CONSTRAINT place_name_profile_body_is_json CHECK (json_valid(body)),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL,
  second TEXT NOT NULL
) STRICT;
`

const counts = `
-- Names of cells, in the order in which they were first counted in.
CREATE TABLE place_name_cell (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CONSTRAINT place_name_cell_once UNIQUE
) STRICT;

-- key is 32768 times the number of the entry, plus the place of the line in it; counted_on is the day it happened.
CREATE TABLE place_name_line (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  counted_on TEXT NOT NULL,
  entered_on TEXT NOT NULL,
  subject TEXT NOT NULL,
  item TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL CONSTRAINT place_name_line_unit_known CHECK (unit IN ('件', '个', '块', '份', '条', '次')),
  count INTEGER NOT NULL CONSTRAINT place_name_line_is_signed CHECK (count IN (1, -1)),
  cells TEXT NOT NULL CONSTRAINT place_name_line_cells_are_json CHECK (json_valid(cells))
) STRICT;

-- counted_on as days since 1970-01-01.
CREATE TABLE place_name_line_cell (
  cell INTEGER NOT NULL,
  counted_on INTEGER NOT NULL,
  line INTEGER NOT NULL,
  CONSTRAINT place_name_line_cell_once PRIMARY KEY (cell, counted_on, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE place_name_sum (
  cell INTEGER NOT NULL,
  month TEXT NOT NULL,
  count INTEGER NOT NULL,
  CONSTRAINT place_name_sum_once PRIMARY KEY (cell, month)
) STRICT, WITHOUT ROWID;
`

/** 个, 块, 份 and 次 beside the units that were known. */
const units = `
CREATE TABLE tally_counted (
  day TEXT NOT NULL,
  window TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL CONSTRAINT tally_unit_known CHECK (unit IN ('对', '件', '人', '本', '具', '例', '穴', '座', '条', '人次', '个', '块', '份', '次')),
  hour INTEGER NOT NULL CONSTRAINT tally_hour_of_day CHECK (hour BETWEEN 0 AND 23),
  counter TEXT NOT NULL,
  count INTEGER NOT NULL,
  CONSTRAINT tally_once PRIMARY KEY (day, window, kind, unit, hour, counter)
) STRICT, WITHOUT ROWID;
INSERT INTO tally_counted SELECT day, window, kind, unit, hour, counter, count FROM tally;
DROP TABLE tally;
ALTER TABLE tally_counted RENAME TO tally;
`

export const sql = `${cases}${gazetteer}${plates}${records}${counts}${units}`

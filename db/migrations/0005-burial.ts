/** Funeral affairs: cases with their holds and numbers, waivers and rewards, plots and who lies in them, the records kept as folds, figures of Qingming; and the units that these are counted in. Shipped: never edit, add the next number instead. */

const cases = `
-- key is the number of the entry that opened the case.
CREATE TABLE burial_case (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT burial_case_id_once UNIQUE,
  revision INTEGER NOT NULL CONSTRAINT burial_case_revision_counts CHECK (revision > 0),
  state TEXT NOT NULL CONSTRAINT burial_case_state_known CHECK (state IN ('reported', 'received', 'stored', 'vigil', 'farewell', 'cremated', 'crematedElsewhere', 'ashesReleased', 'ashesDeposited', 'placed', 'transportedOut', 'bodyBuried', 'donated', 'voided')),
  kind TEXT NOT NULL CONSTRAINT burial_case_kind_known CHECK (kind IN ('body', 'limb', 'bones')),
  name TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL,
  identity_type TEXT NOT NULL,
  identity_number TEXT NOT NULL,
  identity_tail INTEGER NOT NULL,
  -- Type and number of the paper, or the number of the death certificate; empty while neither is known.
  deceased_key TEXT NOT NULL,
  certificate_number TEXT NOT NULL,
  sex TEXT NOT NULL CONSTRAINT burial_case_sex_known CHECK (sex IN ('', '0', '1', '2')),
  birth TEXT NOT NULL,
  -- Full years as they were given, and at the death.
  given_age INTEGER,
  age INTEGER,
  hukou TEXT NOT NULL,
  death TEXT NOT NULL,
  death_area TEXT NOT NULL,
  manner TEXT NOT NULL,
  cause TEXT NOT NULL,
  agent TEXT NOT NULL,
  agent_pinyin TEXT NOT NULL,
  agent_initials TEXT NOT NULL,
  phone TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  counter TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  arrived_at TEXT NOT NULL,
  -- Last days that storage and deposit are covered.
  stored_until TEXT NOT NULL,
  deposit_until TEXT NOT NULL,
  -- Holds that are open.
  holds INTEGER NOT NULL CONSTRAINT burial_case_holds_count CHECK (holds >= 0),
  -- When the first vigil began.
  vigil_at TEXT NOT NULL,
  cremated_on TEXT NOT NULL,
  cremated_at TEXT NOT NULL,
  cremated_area TEXT NOT NULL,
  home TEXT NOT NULL,
  -- Number of the cremation, of the certificate that holds now, and how many were given.
  cremation_number TEXT NOT NULL,
  number TEXT NOT NULL,
  certificates INTEGER NOT NULL CONSTRAINT burial_case_certificates_count CHECK (certificates >= 0),
  ashes_released_on TEXT NOT NULL,
  deposited_on TEXT NOT NULL,
  placed_on TEXT NOT NULL,
  placed_how TEXT NOT NULL,
  resting_facility TEXT NOT NULL,
  resting TEXT NOT NULL,
  elsewhere_on TEXT NOT NULL,
  transported_on TEXT NOT NULL,
  buried_on TEXT NOT NULL,
  donated_on TEXT NOT NULL,
  voided_on TEXT NOT NULL,
  registrar TEXT NOT NULL,
  waived_fen INTEGER NOT NULL CONSTRAINT burial_case_waived_counts CHECK (waived_fen >= 0),
  rewarded_fen INTEGER NOT NULL CONSTRAINT burial_case_rewarded_counts CHECK (rewarded_fen >= 0),
  CONSTRAINT burial_case_certificate_after_cremation CHECK (certificates = 0 OR cremated_on <> '')
) STRICT;
-- One person, one cremation or burial of the body; limbs and exhumed bones are other cases.
CREATE UNIQUE INDEX burial_case_body_once ON burial_case (deceased_key) WHERE kind = 'body' AND deceased_key <> '' AND state <> 'voided' AND (cremated_on <> '' OR elsewhere_on <> '' OR buried_on <> '');
CREATE INDEX burial_case_by_deceased_key ON burial_case (deceased_key) WHERE deceased_key <> '';
CREATE INDEX burial_case_by_name ON burial_case (name);
CREATE INDEX burial_case_by_pinyin ON burial_case (pinyin);
CREATE INDEX burial_case_by_initials ON burial_case (initials);
CREATE INDEX burial_case_by_identity_number ON burial_case (identity_number);
CREATE INDEX burial_case_by_identity_tail ON burial_case (identity_tail);
CREATE INDEX burial_case_by_certificate_number ON burial_case (certificate_number) WHERE certificate_number <> '';
CREATE INDEX burial_case_by_agent ON burial_case (agent) WHERE agent <> '';
CREATE INDEX burial_case_by_agent_pinyin ON burial_case (agent_pinyin) WHERE agent_pinyin <> '';
CREATE INDEX burial_case_by_phone ON burial_case (phone) WHERE phone <> '';
CREATE INDEX burial_case_by_opened_at ON burial_case (opened_at);
CREATE INDEX burial_case_by_cremated_on ON burial_case (cremated_on) WHERE cremated_on <> '';
CREATE INDEX burial_case_in_work ON burial_case (state) WHERE state IN ('reported', 'received', 'stored', 'vigil', 'farewell', 'cremated', 'crematedElsewhere');
-- Rare ends and rare kinds are found among many cases.
CREATE INDEX burial_case_ended ON burial_case (state) WHERE state IN ('transportedOut', 'bodyBuried', 'donated', 'voided');
CREATE INDEX burial_case_not_body ON burial_case (kind) WHERE kind <> 'body';
CREATE INDEX burial_case_in_home ON burial_case (stored_until) WHERE state IN ('received', 'stored', 'vigil', 'farewell');
CREATE INDEX burial_case_on_hold ON burial_case (key) WHERE holds > 0;
CREATE INDEX burial_case_deposited ON burial_case (deposit_until) WHERE state = 'ashesDeposited';
CREATE INDEX burial_case_without_certificate ON burial_case (cremated_on) WHERE cremated_on <> '' AND certificates = 0;

CREATE TABLE burial_hold (
  case_key INTEGER NOT NULL CONSTRAINT burial_hold_of_case REFERENCES burial_case (key),
  hold TEXT NOT NULL,
  kind TEXT NOT NULL CONSTRAINT burial_hold_kind_known CHECK (kind IN ('police', 'cause', 'dispute', 'unidentified', 'family')),
  day TEXT NOT NULL,
  document TEXT NOT NULL,
  released_on TEXT NOT NULL,
  CONSTRAINT burial_hold_once PRIMARY KEY (case_key, hold)
) STRICT, WITHOUT ROWID;

-- Every number that was allotted, by paper, year and serial (0 where the number has no shape of this office). key is the number of its entry.
CREATE TABLE burial_number (
  key INTEGER PRIMARY KEY,
  number TEXT NOT NULL,
  prefix TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL CONSTRAINT burial_number_serial_counts CHECK (serial >= 0),
  -- The case, or the plot, that carries the paper.
  subject TEXT NOT NULL,
  day TEXT NOT NULL,
  voided INTEGER NOT NULL CONSTRAINT burial_number_voided_is_flag CHECK (voided IN (0, 1)),
  note TEXT NOT NULL,
  -- The pattern of an office may leave the paper out of the number.
  CONSTRAINT burial_number_once UNIQUE (number, prefix)
) STRICT;
CREATE UNIQUE INDEX burial_number_serial_once ON burial_number (prefix, year, serial) WHERE serial > 0;

CREATE TABLE burial_gap (
  key INTEGER PRIMARY KEY,
  prefix TEXT NOT NULL,
  year INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  explained TEXT NOT NULL,
  day TEXT NOT NULL,
  actor TEXT NOT NULL,
  second TEXT NOT NULL,
  CONSTRAINT burial_gap_ordered CHECK (0 < first AND first <= last)
) STRICT;
CREATE INDEX burial_gap_by_series ON burial_gap (prefix, year, first);
`

const money = `
-- Settlements, and the lines that take them back. key is the number of the entry.
CREATE TABLE burial_waiver (
  key INTEGER PRIMARY KEY,
  case_key INTEGER NOT NULL CONSTRAINT burial_waiver_of_case REFERENCES burial_case (key),
  number TEXT NOT NULL,
  day TEXT NOT NULL,
  mode TEXT NOT NULL CONSTRAINT burial_waiver_mode_known CHECK (mode IN ('till', 'claim')),
  sign INTEGER NOT NULL CONSTRAINT burial_waiver_sign_known CHECK (sign IN (1, -1)),
  policies TEXT NOT NULL CONSTRAINT burial_waiver_policies_are_json CHECK (json_valid(policies)),
  classes TEXT NOT NULL CONSTRAINT burial_waiver_classes_are_json CHECK (json_valid(classes)),
  actual_fen INTEGER NOT NULL CONSTRAINT burial_waiver_actual_counts CHECK (actual_fen >= 0),
  waived_fen INTEGER NOT NULL CONSTRAINT burial_waiver_within_actual CHECK (waived_fen BETWEEN 0 AND actual_fen),
  self_paid_fen INTEGER NOT NULL CONSTRAINT burial_waiver_parts_add_up CHECK (self_paid_fen = actual_fen - waived_fen),
  registrar TEXT NOT NULL,
  CONSTRAINT burial_waiver_number_once UNIQUE (number, sign)
) STRICT;
CREATE INDEX burial_waiver_by_day ON burial_waiver (day);
CREATE INDEX burial_waiver_by_case ON burial_waiver (case_key);

-- What was waived for a person, item by item: the same item never twice while it stands.
CREATE TABLE burial_waived_item (
  waiver_key INTEGER NOT NULL CONSTRAINT burial_waived_item_of_waiver REFERENCES burial_waiver (key),
  item TEXT NOT NULL,
  case_key INTEGER NOT NULL CONSTRAINT burial_waived_item_of_case REFERENCES burial_case (key),
  deceased_key TEXT NOT NULL,
  reference TEXT NOT NULL,
  day TEXT NOT NULL,
  policy TEXT NOT NULL,
  fen INTEGER NOT NULL CONSTRAINT burial_waived_item_counts CHECK (fen > 0),
  standing INTEGER NOT NULL CONSTRAINT burial_waived_item_standing_is_flag CHECK (standing IN (0, 1)),
  CONSTRAINT burial_waived_item_of_settlement_once PRIMARY KEY (waiver_key, item)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX burial_waived_item_once ON burial_waived_item (deceased_key, item) WHERE standing = 1;
CREATE INDEX burial_waived_item_by_case ON burial_waived_item (case_key);

-- Rewards granted, and the lines that take them back: one for a person while it stands.
CREATE TABLE burial_reward (
  key INTEGER PRIMARY KEY,
  case_key INTEGER NOT NULL CONSTRAINT burial_reward_of_case REFERENCES burial_case (key),
  deceased_key TEXT NOT NULL,
  number TEXT NOT NULL,
  day TEXT NOT NULL,
  sign INTEGER NOT NULL CONSTRAINT burial_reward_sign_known CHECK (sign IN (1, -1)),
  policy TEXT NOT NULL,
  ways TEXT NOT NULL CONSTRAINT burial_reward_ways_are_json CHECK (json_valid(ways)),
  payees TEXT NOT NULL CONSTRAINT burial_reward_payees_are_json CHECK (json_valid(payees)),
  fen INTEGER NOT NULL CONSTRAINT burial_reward_counts CHECK (fen >= 0),
  standing INTEGER NOT NULL CONSTRAINT burial_reward_standing_is_flag CHECK (standing IN (0, 1)),
  registrar TEXT NOT NULL,
  CONSTRAINT burial_reward_number_once UNIQUE (number, sign)
) STRICT;
CREATE UNIQUE INDEX burial_reward_once ON burial_reward (deceased_key) WHERE standing = 1;
CREATE INDEX burial_reward_by_day ON burial_reward (day);
CREATE INDEX burial_reward_by_case ON burial_reward (case_key);
`

const placement = `
-- Plots and niches that were touched; the others are counted out of the sections. content is the plot as its acts left it, key the number of the first of them.
CREATE TABLE burial_plot (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CONSTRAINT burial_plot_id_once UNIQUE,
  cemetery TEXT NOT NULL,
  section TEXT NOT NULL,
  -- Section, row and number without the cemetery, as they are spoken of.
  position TEXT NOT NULL,
  revision INTEGER NOT NULL CONSTRAINT burial_plot_revision_counts CHECK (revision > 0),
  -- Day of the latest act: the columns below tell how it stands from then on.
  latest TEXT NOT NULL,
  capacity INTEGER NOT NULL CONSTRAINT burial_plot_capacity_counts CHECK (capacity > 0),
  occupants INTEGER NOT NULL CONSTRAINT burial_plot_within_capacity CHECK (occupants BETWEEN 0 AND capacity),
  blocked INTEGER NOT NULL CONSTRAINT burial_plot_blocked_is_flag CHECK (blocked IN (0, 1)),
  contracted INTEGER NOT NULL CONSTRAINT burial_plot_contracted_is_flag CHECK (contracted IN (0, 1)),
  disinterred INTEGER NOT NULL CONSTRAINT burial_plot_disinterred_is_flag CHECK (disinterred IN (0, 1)),
  vacated INTEGER NOT NULL CONSTRAINT burial_plot_vacated_is_flag CHECK (vacated IN (0, 1)),
  reserved_until TEXT NOT NULL,
  -- Last day of the term of the agreement that stands.
  until TEXT NOT NULL,
  holder TEXT NOT NULL,
  holder_pinyin TEXT NOT NULL,
  holder_number TEXT NOT NULL,
  phone TEXT NOT NULL,
  agreement TEXT NOT NULL,
  content TEXT NOT NULL CONSTRAINT burial_plot_content_is_json CHECK (json_valid(content))
) STRICT;
-- Holds all that the figures beside a board add up, so that they are read from it alone.
CREATE INDEX burial_plot_by_section ON burial_plot (cemetery, section, latest, capacity, occupants, blocked, contracted, disinterred, vacated, reserved_until, until);
CREATE INDEX burial_plot_by_position ON burial_plot (position);
CREATE INDEX burial_plot_by_until ON burial_plot (until) WHERE until <> '';
CREATE INDEX burial_plot_by_holder ON burial_plot (holder) WHERE holder <> '';
CREATE INDEX burial_plot_by_holder_pinyin ON burial_plot (holder_pinyin) WHERE holder_pinyin <> '';
CREATE INDEX burial_plot_by_holder_number ON burial_plot (holder_number) WHERE holder_number <> '';
CREATE INDEX burial_plot_by_phone ON burial_plot (phone) WHERE phone <> '';
CREATE INDEX burial_plot_by_agreement ON burial_plot (agreement) WHERE agreement <> '';

-- Who was laid in which plot, and until when. key is the number of the entry.
CREATE TABLE burial_interred (
  key INTEGER PRIMARY KEY,
  plot_key INTEGER NOT NULL CONSTRAINT burial_interred_in_plot REFERENCES burial_plot (key),
  interment TEXT NOT NULL,
  deceased TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  deceased_key TEXT NOT NULL,
  identity_number TEXT NOT NULL,
  case_id TEXT NOT NULL,
  how TEXT NOT NULL,
  certificate TEXT NOT NULL,
  day TEXT NOT NULL,
  removed_on TEXT NOT NULL,
  removed_why TEXT NOT NULL,
  CONSTRAINT burial_interred_once UNIQUE (plot_key, interment)
) STRICT;
CREATE UNIQUE INDEX burial_interred_lies_once ON burial_interred (plot_key, deceased_key) WHERE removed_on = '';
CREATE INDEX burial_interred_by_deceased ON burial_interred (deceased);
CREATE INDEX burial_interred_by_pinyin ON burial_interred (pinyin);
CREATE INDEX burial_interred_by_deceased_key ON burial_interred (deceased_key);
CREATE INDEX burial_interred_by_identity_number ON burial_interred (identity_number) WHERE identity_number <> '';
CREATE INDEX burial_interred_by_certificate ON burial_interred (certificate) WHERE certificate <> '';
CREATE INDEX burial_interred_by_case ON burial_interred (case_id) WHERE case_id <> '';
`

const records = `
-- Policies, cemeteries, notices and graves of relocations, facilities and illegal graves: each as its acts left it, with the columns that are searched. key is the number of its first entry.
CREATE TABLE burial_record (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CONSTRAINT burial_record_kind_known CHECK (kind IN ('policy', 'rewardPolicy', 'cemetery', 'notice', 'grave', 'facility', 'illegalGrave')),
  id TEXT NOT NULL,
  revision INTEGER NOT NULL CONSTRAINT burial_record_revision_counts CHECK (revision > 0),
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  -- First day, and the day it was closed.
  day TEXT NOT NULL,
  ended_on TEXT NOT NULL,
  township TEXT NOT NULL,
  -- The notice of a grave.
  parent TEXT NOT NULL,
  content TEXT NOT NULL CONSTRAINT burial_record_content_is_json CHECK (json_valid(content)),
  CONSTRAINT burial_record_once UNIQUE (kind, id)
) STRICT;
CREATE UNIQUE INDEX burial_record_grave_once ON burial_record (parent, name) WHERE kind = 'grave' AND name <> '' AND state <> 'withdrawn';
CREATE INDEX burial_record_by_parent ON burial_record (kind, parent) WHERE parent <> '';
CREATE INDEX burial_record_by_day ON burial_record (kind, day);
CREATE INDEX burial_record_open ON burial_record (kind, day) WHERE ended_on = '';
CREATE INDEX burial_record_by_ended_on ON burial_record (kind, ended_on) WHERE ended_on <> '';

-- Figures of a site on a day; a correction is a line of its own with signed values.
CREATE TABLE burial_qingming (
  key INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  of_day TEXT NOT NULL,
  day TEXT NOT NULL,
  correction INTEGER NOT NULL CONSTRAINT burial_qingming_correction_is_flag CHECK (correction IN (0, 1)),
  visitors INTEGER NOT NULL,
  vehicles INTEGER NOT NULL,
  incidents INTEGER NOT NULL,
  complaints INTEGER NOT NULL,
  low_carbon INTEGER NOT NULL,
  online INTEGER NOT NULL,
  ashes INTEGER NOT NULL,
  eco INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX burial_qingming_once ON burial_qingming (site, of_day) WHERE correction = 0;
CREATE INDEX burial_qingming_by_day ON burial_qingming (of_day, site);
`

/** 座 and 人次 beside the units that were known. */
const units = `
CREATE TABLE tally_counted (
  day TEXT NOT NULL,
  window TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL CONSTRAINT tally_unit_known CHECK (unit IN ('对', '件', '人', '本', '具', '例', '穴', '座', '条', '人次')),
  hour INTEGER NOT NULL CONSTRAINT tally_hour_of_day CHECK (hour BETWEEN 0 AND 23),
  counter TEXT NOT NULL,
  count INTEGER NOT NULL,
  CONSTRAINT tally_once PRIMARY KEY (day, window, kind, unit, hour, counter)
) STRICT, WITHOUT ROWID;
INSERT INTO tally_counted SELECT day, window, kind, unit, hour, counter, count FROM tally;
DROP TABLE tally;
ALTER TABLE tally_counted RENAME TO tally;
`

export const sql = `${cases}${money}${placement}${records}${units}`

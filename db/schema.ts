/** The tables that lists with many filters read, as Kysely sees them. */

export interface MarriageCaseTable {
  key: number; id: string; revision: number; state: string; kind: string; opened_at: string; opened_by: string; counter: string; changed_at: string; number: string | null
  area: string; office_name: string; day: string; registered_at: string; hour: number | null; registrar: string; serial_man: string; serial_woman: string
  delivered_on: string; ended_on: string; old_number: string; cohabited_since: string; man_age: number | null; woman_age: number | null; age_difference: number | null; inspection: string
  fonds: string; archive_year: number | null; office_file_number: number | null; archive_file_number: string; pages: number | null
}

export interface MarriagePartyTable {
  key: number; name: string; pinyin: string; initials: string; identity_number: string; identity_tail: number; identity_type: string; person_kind: string; nationality: string
  sex: string; birth: string; ethnicity: string; marital_status: string; education: string; occupation: string; residence_area: string; phone: string
}

export interface JournalTable {
  seq: number; at: string; actor: string; counter: string; kind: string; subject: string; second: string; reason: string; body: string; algorithm: string; previous: string; hash: string
}

export interface Tables { marriage_case: MarriageCaseTable; marriage_party: MarriagePartyTable; journal: JournalTable }

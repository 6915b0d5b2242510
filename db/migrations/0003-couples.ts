/** One narrow row a registered couple, in the order of its day: what every table of the statistics counts. The numbers are those of db/statistics/codes.ts. Shipped: never edit, add the next number instead. */
export const sql = `
CREATE TABLE couple_statistic (
  window INTEGER NOT NULL CONSTRAINT couple_statistic_window_known CHECK (window IN (1, 2)),
  day TEXT NOT NULL CONSTRAINT couple_statistic_day_given CHECK (length(day) = 10),
  key INTEGER NOT NULL,
  office TEXT NOT NULL,
  residence INTEGER NOT NULL,
  mainland_woman INTEGER NOT NULL CONSTRAINT couple_statistic_mainland_woman_is_flag CHECK (mainland_woman IN (0, 1)),
  former INTEGER NOT NULL CONSTRAINT couple_statistic_former_is_flag CHECK (former IN (0, 1)),
  order_man INTEGER NOT NULL,
  order_woman INTEGER NOT NULL,
  age_man INTEGER NOT NULL,
  age_woman INTEGER NOT NULL,
  difference INTEGER NOT NULL,
  education_man INTEGER NOT NULL,
  education_woman INTEGER NOT NULL,
  occupation_man INTEGER NOT NULL,
  occupation_woman INTEGER NOT NULL,
  duration INTEGER NOT NULL,
  reason INTEGER NOT NULL,
  CONSTRAINT couple_statistic_once PRIMARY KEY (window, day, key)
) STRICT, WITHOUT ROWID;
`

/** Small numbers that stand in couple_statistic for the columns of domain/statistics: the place in its list, from 1; 0 where a record fits no column. Shipped: only ever append. */
export const codes = {
  residence: ['mainland', 'foreign', 'hongkong', 'macao', 'taiwan', 'overseas'],
  order: ['first', 'again'],
  age: ['20', '21', '22', '23', '24', '25-29', '30-34', '35-39', '40-49', '50-59', '60+'],
  difference: ['0', '1', '2', '3', '4', '5-9', '10-14', '15-19', '20-29', '30+'],
  duration: ['<=1', '2-3', '4-5', '6-9', '10-15', '16-25', '26-35', '36-50', '>50'],
  education: ['postgraduate', 'university', 'vocational', 'senior', 'junior', 'primary', 'other', 'notStated'],
  occupation: ['none', 'heads', 'professionals', 'clerks', 'services', 'farming', 'production', 'military', 'other', 'notStated'],
  reason: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '99', 'notStated'],
} as const
export type CodeList = keyof typeof codes

const places = new Map(Object.entries(codes).map(([list, ids]) => [list, new Map(ids.map((id, index) => [id as string, index + 1]))]))

/** The number of a column, or undefined when the list has none of this id. */
export const findPlace = (list: CodeList, id: string): number | undefined => places.get(list)?.get(id)

/** The number that is stored for what domain/statistics computed; throws for a column that has none yet, which is a mistake of the program. */
export const placeOf = (list: CodeList, id: string | undefined): number => {
  if (id === undefined) return 0
  const place = findPlace(list, id)
  if (place === undefined) throw new Error(`the column ${id} of ${list} has no number`)
  return place
}

/** 1 and 2 in the column `window`. */
export const coupleWindows = ['marriage', 'divorce'] as const
export type CoupleWindow = (typeof coupleWindows)[number]
export const windowNumber = (window: CoupleWindow): number => coupleWindows.indexOf(window) + 1

/** Dates are eight digits, YYYYMMDD, so that they sort as text; there is no clock here: today is given. */
export type CalendarDate = string

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

/** Whether eight digits name a day of the Gregorian calendar. */
export const isRealDate = (date: string): boolean => {
  if (!/^[0-9]{8}$/.test(date)) return false
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(4, 6))
  const day = Number(date.slice(6))
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** Whole years from one real date to another: what a person born on `from` has completed on `to`. */
export const yearsBetween = (from: CalendarDate, to: CalendarDate): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(4) < from.slice(4) ? 1 : 0)

/** The same day some years later; 29 February becomes 28 February or 1 March, both of which are seen in use. */
export const anniversaries = (date: CalendarDate, years: number): ReadonlyArray<CalendarDate> => {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, "0")
  const same = year + date.slice(4)
  return isRealDate(same) ? [same] : [`${year}0228`, `${year}0301`]
}

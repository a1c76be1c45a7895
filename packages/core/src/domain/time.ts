import * as DateTime from "effect/DateTime"

/** Epoch milliseconds as ISO 8601 in UTC. */
export const isoTime = (epoch: number): string => DateTime.formatIso(DateTime.unsafeMake(epoch))

const CHINA_OFFSET = 8 * 60 * 60 * 1000

/** The calendar date in China as YYYYMMDD, whatever the machine's own zone: China has one zone and no summer time. */
export const chinaDate = (epoch: number): string =>
  DateTime.formatIsoDateUtc(DateTime.unsafeMake(epoch + CHINA_OFFSET)).replaceAll("-", "")

/** Whole days from one YYYYMMDD to another. */
export const daysBetween = (from: string, to: string): number => {
  const epoch = (date: string) =>
    DateTime.toEpochMillis(DateTime.unsafeMake(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}T00:00:00Z`))
  return Math.round((epoch(to) - epoch(from)) / 86_400_000)
}

const cover = "*"

/** Shows some characters at each end and covers the rest, never showing more than half. */
const masked = (value: string, head: number, tail: number): string => {
  const characters = Array.from(value)
  const shown = Math.min(head + tail, Math.floor(characters.length / 2))
  const atEnd = Math.min(tail, shown - Math.min(head, Math.floor(shown / 2)))
  const atStart = Math.min(head, shown - atEnd)
  return characters
    .map((character, index) => (index < atStart || index >= characters.length - atEnd ? character : cover))
    .join("")
}

/** 110***********0011: at most three characters and four. */
export const maskDocumentNumber = (number: string): string => masked(number, 3, 4)

/** 张*: the first character only, and none of a name of one. */
export const maskName = (name: string): string => masked(name, 1, 0)

/** 13******001: fewer than usual, since seven of eleven digits would be more than half. */
export const maskMobile = (mobile: string): string => masked(mobile, 3, 4)

/** ***************0121: the last four only. */
export const maskBankCard = (number: string): string => masked(number, 0, 4)

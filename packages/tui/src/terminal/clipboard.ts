/** Whether the terminal may be given texts for its clipboard: nothing goes there unless a person said so. */
export const mayCopy = (environment: Readonly<Record<string, string | undefined>> = process.env): boolean =>
  environment.SINGLE_WINDOW_OSC52 === "1"

/** The sequence that puts a text on the terminal's clipboard (OSC 52). */
const copying = (text: string): string => `\u001b]52;c;${Buffer.from(text, "utf8").toString("base64")}\u0007`

export const copy = (text: string): void => void process.stdout.write(copying(text))

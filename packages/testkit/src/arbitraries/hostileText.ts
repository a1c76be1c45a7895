/** Characters that may stand in no name, by why; each list is a sample of its category. */
export const hostileCharacters: Readonly<Record<string, ReadonlyArray<string>>> = {
  control: ["\u0000", "\u0007", "\u0008", "\t", "\n", "\r", "\u001b", "\u007f", "\u0080", "\u0085", "\u009b", "\u2028"],
  bidirectional: ["\u061c", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2069"],
  invisible: [
    "\u00ad",
    "\u034f",
    "\u115f",
    "\u180e",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\u2800",
    "\u3164",
    "\ufe0f",
    "\ufeff",
    "\uffa0",
    "\u{e0100}"
  ],
  tag: ["\u{e0001}", "\u{e0020}", "\u{e0041}", "\u{e007f}"],
  surrogate: ["\ud800", "\udbff", "\udc00", "\udfff"],
  private: ["\ue000", "\uf8ff", "\u{f0000}", "\ufdd0", "\uffff", "\u0378"],
  marks: ["\u0300\u0301\u0302", "\u0338", "\u0489", "\u20dd", "\u3099"],
  cyrillic: [
    "\u0410",
    "\u0412",
    "\u0415",
    "\u041e",
    "\u0420",
    "\u0421",
    "\u0425",
    "\u0430",
    "\u0435",
    "\u043e",
    "\u0501"
  ],
  greek: ["\u0391", "\u0392", "\u0395", "\u0397", "\u039f", "\u03a1", "\u03bf", "\u03bd"],
  otherLookAlikes: [
    "\u0561",
    "\u13aa",
    "\ua4d0",
    "\u0251",
    "\u1d00",
    "\u01c0",
    "\u{1d400}",
    "\u212a",
    "\u24b6",
    "\u30ed",
    "\u30fc",
    "\u2f00",
    "\u2e80"
  ],
  fullWidthLatin: ["\uff21", "\uff3a", "\uff41", "\uff5a", "\uff10"],
  otherScripts: ["\u0627", "\u05d0", "\u0e01", "\uac00", "\u3042", "\u0f40", "\u0905"],
  otherDigits: ["\u0660", "\u0966", "\u{1d7ce}"],
  symbols: ["\u{1f600}", "\u2605", "*", "<", ">", "=", "\\", "|", "\ufffd", "\u2ff0"]
}

export interface HostileName {
  readonly category: string
  readonly text: string
}

/** Every hostile character in front of, inside and behind ordinary names: what must be refused wherever a name is taken. */
export const hostileNames: ReadonlyArray<HostileName> = Object.entries(hostileCharacters).flatMap(
  ([category, characters]) =>
    characters.flatMap((character) =>
      ["张伟", "ZHANG WEI", "阿卜杜拉·买买提"].flatMap((name) =>
        [character + name, name.slice(0, 1) + character + name.slice(1), name + character].map((text) => ({
          category,
          text
        }))
      )
    )
)

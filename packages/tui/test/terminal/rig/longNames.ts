import { writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { singleWindow } from "../../cli/single-window.js"

const person = "阿卜杜热合曼·买买提艾合买提·示例·".repeat(4).slice(0, 63)

/** An administrator with the longest names that can be: made up, like everybody there. */
export const longest = {
  username: "administratorlong1",
  password: "Longest#2026",
  enterprise: {
    name: `${"新疆示例伊犁哈萨克自治州霍尔果斯国际边境合作中心".repeat(9).slice(0, 194)}有限责任公司`,
    unifiedSocialCreditCode: "91654004MA00EX0036",
    legalRepresentativeName: person
  },
  holder: {
    name: person,
    document: { type: "passport", number: "EX0009777" }
  },
  mobile: "13800009777",
  email: "a-very-long-name-of-a-mailbox-for-tests@a-long-domain.example.com"
} as const

/** Puts that administrator into a demonstration's store, the register not being asked. */
export const addLongest = async (db: string): Promise<void> => {
  const policy = join(dirname(db), "policy.json")
  writeFileSync(policy, JSON.stringify({ registration: { askRegistry: false } }))
  const { status, stderr } = await singleWindow([
    ...["do", "RegisterAdministrator", "--as", "anonymous", "--policy", policy, "--db", `sqlite:${db}`],
    ...["--input", JSON.stringify(longest)]
  ])
  if (status !== 0) throw new Error(`cannot register: ${stderr}`)
}

// docs/fault-table.md: what the front door answered when every fault befell every adapter just now, over real sockets.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { bilingual, generatedFrom, row, table } from "./table.mjs"

const TEST = "packages/adapters/test/faults/table.test.ts"

const faultWords = {
  refused: { zh: "拒绝连接", en: "connection refused" },
  "no-such-host": { zh: "域名无法解析", en: "no such host" },
  "untrusted-tls": { zh: "TLS 证书不可信", en: "TLS that does not hold" },
  "no-answer": { zh: "没有应答", en: "no answer" },
  "a-byte-at-a-time": { zh: "逐字节应答", en: "a byte at a time" },
  "status-500": { zh: "500", en: "500" },
  "status-429": { zh: "429", en: "429" },
  "wrong-type": { zh: "内容类型不对", en: "another content type" },
  truncated: { zh: "应答截断", en: "cut short" },
  "100-megabytes": { zh: "100 MB 应答", en: "100 MB" },
  "wrong-schema": { zh: "结构不对", en: "another shape" },
  "another-person": { zh: "格式正确，但关于另一人", en: "well-formed, about another person" }
}

const adapterWords = ({ adapter, asks }) => `\`${adapter}\`<br>${asks}`

export const pageOf = (rows, faults) => {
  const columns = [...new Map(rows.map((one) => [adapterWords(one), one])).keys()]
  const seen = (column, fault) => rows.find((one) => adapterWords(one) === column && one.fault === fault)
  const befallen = rows.filter(({ fault }) => fault !== undefined)
  const closed = befallen.filter(({ answer, level, unchanged }) => answer !== "ok" && unchanged && level === "none")
  const lines = faults.map((fault) =>
    row(
      faultWords[fault].zh === faultWords[fault].en ? faultWords[fault].en : bilingual(faultWords[fault]),
      ...columns.map((column) => seen(column, fault)?.answer ?? "?")
    )
  )

  return `${generatedFrom(TEST)}

# 故障表 · Faults

每一种故障都在真实的套接字上（智能卡则在卡与适配器之间）发生在每一个适配器身上，问题从前门提出，并且关于一个外部世界会答“一致”的人。**${befallen.length} 次故障，${closed.length} 次拒绝而不改变任何东西**：
没有级别，没有消耗次数，没有丢失步骤，账号原样不动；日志文件里有一行给工作人员看，其中没有任何个人信息。没有故障时，同样的问题每一个都得到肯定的答复。

Every fault befalls every adapter over real sockets (a smart card between card and adapter, as its own nearest thing to that fault), and each question is put at the front door about somebody to whom the world says yes. **${closed.length} of
${befallen.length} are refused and change nothing**: no level, no attempt spent, no step lost, the account is what it was; a line in the log tells staff why, with nothing personal in it. With
no fault, every one of the same questions is answered with a yes. Where time is the fault, the adapter is given 300 ms (8 seconds unless configured, and for vendors never more).

\`VerifierUnavailable\` "could not be asked", remedy \`WaitUntil\` · \`CardControlMissing\` nobody listens where the client control or the PC/SC service should · \`CardReaderMissing\` no such reader · \`CardNotTrusted\`, \`BankReturnNotTrusted\` what came is not
believed. A code by SMS goes on record before it is sent and is taken back when the message fails; nothing else enters the journal.

\`npx vitest run ${TEST}\`

${table(["故障 Fault", ...columns], lines)}
`
}

/** Runs the table and reads what it saw. */
export const document = async () => {
  const folder = mkdtempSync(join(tmpdir(), "fault-table-"))
  const file = join(folder, "rows.json")
  try {
    const root = fileURLToPath(new URL("../..", import.meta.url))
    const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url))
    const env = { ...process.env, FAULT_TABLE: file }
    // The test that holds the page against the run may fail here: the page is what is being written.
    spawnSync(process.execPath, [vitest, "run", TEST], { cwd: root, env, stdio: "ignore" })
    const { faults, rows } = JSON.parse(readFileSync(file, "utf8"))
    return pageOf(rows, faults)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

import type { Duplex } from "node:stream"
import type { WebSocket } from "ws"
import type { ControlFault } from "./ControlFault.js"
import { failed, type Outcome } from "./Desk.js"

export interface Question {
  readonly _method: string
  readonly _id: number
}

const MEGABYTE = 1024 * 1024

/** An unmasked text frame of up to 64 KiB, as bytes. */
const textFrame = (text: string): Buffer => {
  const body = Buffer.from(text)
  const length = body.length < 126 ? [body.length] : [126, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.of(0x81, ...length), body])
}

const drip = (socket: Duplex, bytes: Buffer) => {
  let at = 0
  const timer = setInterval(() => {
    if (socket.destroyed || at >= bytes.length) return clearInterval(timer)
    socket.write(bytes.subarray(at, ++at))
  }, 1_000)
  timer.unref()
}

/** The right answer in every way but its size. */
const pour = (line: WebSocket, right: string) => {
  const block = "x".repeat(MEGABYTE)
  line.send(`${right.slice(0, -1)},"padding":"`, { fin: false })
  for (let sent = 0; sent < 100; sent++) {
    if (line.readyState !== line.OPEN) return
    line.send(block, { fin: false })
  }
  line.send('"}', { fin: true })
}

const answer = ({ _id, _method }: Question, _args: unknown, _status = "00") =>
  JSON.stringify({ _method, _id, _status, _args })

/** What is sent in place of the right answer, where that is all that is wrong. */
const instead: Partial<Record<ControlFault, (question: Question, outcome: Outcome) => string | Buffer>> = {
  "truncated-json": (question, outcome) => answer(question, outcome).slice(0, -5),
  binary: (question, outcome) => Buffer.from(answer(question, outcome)),
  "block-text": (question, outcome) => `BLOCKTXT${"0".repeat(120)}${answer(question, outcome)}`,
  "not-json": () => "数据格式非法",
  "wrong-schema": (question, { Data }) => answer(question, { Result: "true", Data: Data[0] }),
  "wrong-id": (question, outcome) => answer({ ...question, _id: question._id + 1 }, outcome),
  "wrong-method": (question, outcome) => answer({ ...question, _method: `${question._method}Ex` }, outcome),
  "another-status": (question, outcome) => answer(question, outcome, "99"),
  "unknown-code": (question) => answer(question, failed("未知错误", "Err:Custom99999")),
  "no-data": (question) => answer(question, { Result: true, Data: [], Error: [] })
}

/** Sends the outcome of a question, or does to it what the fault says. */
export const respond = (
  line: WebSocket,
  socket: Duplex,
  question: Question,
  outcome: Outcome,
  fault: ControlFault | undefined,
  lateMillis: number
): void => {
  const right = answer(question, outcome)
  if (fault === "silence") return
  if (fault === "reset") socket.destroy()
  else if (fault === "drip") drip(socket, textFrame(right))
  else if (fault === "huge") pour(line, right)
  else if (fault === "late") setTimeout(() => line.send(right, () => {}), lateMillis).unref()
  else line.send((fault === undefined ? undefined : instead[fault])?.(question, outcome) ?? right)
}

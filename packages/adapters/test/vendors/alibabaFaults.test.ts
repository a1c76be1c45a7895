import { calls } from "./calls.js"
import { failClosed } from "./failClosed.js"

failClosed(calls.filter(({ vendor }) => vendor === "alibaba"))

import { type Span, span } from "../terminal/Row.js"

/** Whether something holds, as a shape and not by colour alone. */
export const tick = (holds: boolean): Span => span(holds ? "[v]" : "[x]", holds ? "good" : "warn")

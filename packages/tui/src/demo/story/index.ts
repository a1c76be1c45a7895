import type { Chapter } from "../Step.js"
import { begin } from "./begin.js"
import { cardsAndStaff } from "./cardsAndStaff.js"
import { methods } from "./methods.js"
import { operators } from "./operators.js"

/** The main job from a file of migrated accounts to an enterprise's operators, chapter by chapter. */
export const story: ReadonlyArray<Chapter> = [...begin, ...methods, ...operators, ...cardsAndStaff]

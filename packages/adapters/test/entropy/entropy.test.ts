import { EntropyConformance } from "@single-window/testkit/conformance"
import * as OsEntropy from "../../src/entropy/index.js"

EntropyConformance.suite("the operating system's", OsEntropy.layer)

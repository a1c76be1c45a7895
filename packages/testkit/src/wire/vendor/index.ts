export type { Reply } from "./reply.js"
export {
  type Asked,
  type Attend,
  type Received,
  serve,
  type VendorServer,
  type VendorServerOptions,
  worldOptionsOf
} from "./server.js"
export { type WireFault, type WireFaultName, wireFaults } from "./WireFault.js"

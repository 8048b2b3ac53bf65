// SPDX-License-Identifier: EUPL-1.2
/** Leave to come in from outside, held against what recordings of the network showed. */
export {
  type GrantLine,
  type RemoteCheck,
  remoteCheck,
  type SeenSession,
  type SessionLine,
} from './compare.ts'
export { sameTool } from './tools.ts'

// SPDX-License-Identifier: EUPL-1.2
/**
 * Proposed: zones as the traffic suggests them, by range, by talk and by side of the house, and how
 * far that agrees with the zones that people drew. Nothing is decided here.
 */
export {
  agreement,
  type ProposedZone,
  proposedZones,
  type SeenDevice,
} from './zone-proposals.ts'

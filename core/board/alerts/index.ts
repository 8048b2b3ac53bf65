// SPDX-License-Identifier: EUPL-1.2
/**
 * Alerts: what waits to be looked at and how long that takes, and what an alert touches according to
 * the registers. Reads records and an instant, changes nothing.
 */
export { type Affected, affectedBy, assetsAt, kindsOfAffected } from './affected.ts'
export {
  type AlertFigures,
  type AlertQueue,
  kindsOfAlerts,
  queueOf,
  type WaitingAlert,
} from './queue.ts'

// SPDX-License-Identifier: EUPL-1.2
/**
 * Alerts: what sensors say is odd, in one shape whichever sensor: the event log of Suricata, the
 * notices of Zeek, the detections of `schouw inspect`. The same thing between the same ends is one
 * alert with a count. What cannot be read is named with its line; nothing is judged here.
 */
export { type AlertsRead, alertLimits, readAlerts, type SeenAlert } from './read.ts'

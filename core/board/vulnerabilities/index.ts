// SPDX-License-Identifier: EUPL-1.2
/**
 * Vulnerabilities: what the registers say about the place of a device that has one: how near an
 * attacker is and by which way, what hangs on it, when it can be stopped, and which leave not to
 * patch is in force. Reads records, changes nothing.
 */
export type { Step } from './exposure.ts'
export { kindsOfSettings, type Setting, type SettingFacts, settingsOf } from './setting.ts'

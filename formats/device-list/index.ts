// SPDX-License-Identifier: EUPL-1.2
/**
 * Device lists: tables of other tools in which each row is a device, read by what their columns are
 * called; and the exports of Defender and Intune, which are such lists.
 */
export { readEndpoints } from './endpoints.ts'
export { addDeviceList, type DeviceList } from './rows.ts'

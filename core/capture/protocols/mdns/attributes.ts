// SPDX-License-Identifier: EUPL-1.2
import type { FactName, Recorder } from '../../protocol.ts'

/**
 * Keys of `key=value` texts that say what a device is: Apple's device-info, Bonjour Printing
 * (ty, product, usb_MFG, usb_MDL), Google Cast (md) and the plain words that cameras and
 * instruments use.
 */
const meanings: Readonly<Record<string, FactName>> = {
  model: 'model',
  md: 'model',
  ty: 'model',
  usb_mdl: 'model',
  modelname: 'model',
  vendor: 'vendor',
  manufacturer: 'vendor',
  mfg: 'vendor',
  usb_mfg: 'vendor',
  serialnumber: 'serial',
  serial: 'serial',
  firmwareversion: 'firmware',
  firmware: 'firmware',
  fwversion: 'firmware',
  // LXI instruments.
  note: 'location',
  macaddress: 'mdns.mac',
}

/** RFC 6763 section 6.4: keys do not distinguish upper and lower case. */
export function recordAttributes(text: string, recorder: Recorder): void {
  const at = text.indexOf('=')
  if (at <= 0) return
  const key = text.slice(0, at).toLowerCase()
  const name = Object.hasOwn(meanings, key) ? meanings[key] : undefined
  if (name !== undefined) recorder.fact(name, text.slice(at + 1))
}

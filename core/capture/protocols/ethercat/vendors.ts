// SPDX-License-Identifier: EUPL-1.2
import type { Recorder, Subject } from '../../protocol.ts'
import { hex } from '../wire.ts'

/** Vendor ids that the EtherCAT Technology Group gave out; only those we are sure of. */
const vendors: Readonly<Record<number, string>> = {
  2: 'Beckhoff',
  29: 'Festo',
  33: 'WAGO',
  59: 'Lenze',
  106: 'Kollmorgen',
  131: 'Omron',
  154: 'Elmo',
  171: 'Copley Controls',
  251: 'maxon',
  477: 'Delta Electronics',
  1337: 'Yaskawa',
  1647: 'Panasonic',
}

/** Beckhoff's product codes: the number of the type, then a mark for its family. */
const families: Readonly<Record<number, string>> = { 11346: 'EK', 12370: 'EL', 16466: 'EP' }

export function recordVendor(id: number, about: Subject, recorder: Recorder): void {
  if (id === 0) return
  recorder.fact('ecat.vendor_id', hex(id, 8), about)
  recorder.fact('vendor', ethercatVendor(id), about)
}

export function recordProduct(code: number, about: Subject, recorder: Recorder): void {
  if (code === 0) return
  recorder.fact('ecat.product_code', hex(code, 8), about)
  recorder.fact('model', productName(code), about)
}

function ethercatVendor(id: number): string {
  return vendors[id] ?? `vendor id ${id}`
}

/** `EL1004`; empty where the code does not follow that scheme. */
function productName(code: number): string {
  const family = families[code & 0xffff]
  return family === undefined ? '' : `${family}${(code >>> 16).toString().padStart(4, '0')}`
}

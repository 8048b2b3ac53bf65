// SPDX-License-Identifier: EUPL-1.2

/** Vendor ids that ASHRAE gave out; only those we are sure of. */
const vendors: Readonly<Record<number, string>> = {
  2: 'Trane',
  5: 'Johnson Controls',
  7: 'Siemens',
  8: 'Delta Controls',
  10: 'Schneider Electric',
  17: 'Honeywell',
  18: 'Alerton',
  24: 'Automated Logic',
  35: 'Reliable Controls',
  36: 'Tridium',
  80: 'Sauter',
  89: 'Saia-Burgess',
  313: 'Siemens',
}

export function bacnetVendor(id: number): string {
  return vendors[id] ?? `vendor id ${id}`
}

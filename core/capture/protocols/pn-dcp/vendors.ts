// SPDX-License-Identifier: EUPL-1.2

/** Vendor ids that PROFIBUS & PROFINET International gave out; only those we are sure of. */
const vendors: Readonly<Record<number, string>> = {
  1: 'Pepperl+Fuchs',
  26: 'SICK',
  42: 'Siemens',
  131: 'SMC',
  176: 'Phoenix Contact',
  257: 'SICK',
  266: 'SEW-Eurodrive',
  268: 'HMS Networks',
  285: 'WAGO',
  286: 'Hilscher',
  288: 'Beckhoff',
  303: 'Murrelektronik',
  310: 'ifm electronic',
  317: 'Turck',
  333: 'Festo',
  338: 'Leuze electronic',
  351: 'Baumer',
  888: 'Balluff',
}

export function piVendor(id: number): string | undefined {
  return vendors[id]
}

// SPDX-License-Identifier: EUPL-1.2

export interface Cpe {
  /** Part, vendor and product: what tells a product from others. */
  readonly base: string
  /** '' where it names none, or any. */
  readonly version: string
}

/**
 * Undefined for what is no CPE (2.3 or the older URI form), and for one that leaves open whose
 * product it is: any vendor or any product tells nothing apart.
 */
export function cpeOf(text: string): Cpe | undefined {
  const plain = text.slice(0, 1_000).toLowerCase()
  const found = /^cpe:(?:2\.3:|\/)(.*)$/.exec(plain)
  if (found === null) return undefined
  const parts = (found[1] ?? '').split(/(?<!\\):/).map((part) => part.replaceAll(/\\(.)/g, '$1'))
  const [part = '', vendor = '', product = '', version = ''] = parts
  if (!/^[aho]$/.test(part) || [vendor, product].some(isOpen)) return undefined
  return { base: `cpe/${part}/${vendor}/${product}`, version: isOpen(version) ? '' : version }
}

function isOpen(part: string): boolean {
  return part === '' || part === '*' || part === '-'
}

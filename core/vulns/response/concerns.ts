// SPDX-License-Identifier: EUPL-1.2

/** A vulnerability in a device of one supplier, as far as the supplier may know of it. */
export interface DeviceLine {
  readonly vendor: string
  readonly model: string
  readonly orderNumber: string
  readonly version: string
  /** Software in the device that it is about; '' where it is the device itself. */
  readonly part: string
  readonly advisory: string
  readonly weakness: string
  readonly verdict: 'affected' | 'cannot_decide'
  readonly isExploited: boolean
}

/** One sort of product with one vulnerability; devices are counted and never named. */
export interface Concern extends DeviceLine {
  readonly devices: number
}

/**
 * What a supplier is told: products, vulnerabilities and numbers. Where a device stands, what it is
 * called, what hangs on it and what was decided stays out by the type of what comes in.
 */
export function concernsOf(lines: readonly DeviceLine[]): readonly Concern[] {
  const groups = Map.groupBy(lines, (line) => JSON.stringify(Object.values(picked(line))))
  return [...groups.values()]
    .flatMap((group): readonly Concern[] => {
      const [first] = group
      return first === undefined ? [] : [{ ...picked(first), devices: group.length }]
    })
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** Only what is declared, whatever else a line carries. */
function picked(line: DeviceLine): DeviceLine {
  const { vendor, model, orderNumber, version, part, advisory, weakness, verdict } = line
  const { isExploited } = line
  return { vendor, model, orderNumber, version, part, advisory, weakness, verdict, isExploited }
}

function keyOf(one: Concern): string {
  const { isExploited, verdict, vendor, model, orderNumber, version, part, weakness } = one
  const press = `${isExploited ? 0 : 1}${verdict === 'affected' ? 0 : 1}`
  return [press, vendor, model, orderNumber, version, part, weakness].join('\n')
}

// SPDX-License-Identifier: EUPL-1.2

/** A device or piece of software as an inventory or a sensor writes it; what is not known is ''. */
export interface Asset {
  readonly id: string
  readonly vendor: string
  readonly product: string
  readonly orderNumber: string
  readonly version: string
  readonly serialNumber: string
  /** Letter of the hardware series: `B` of 1766-L32BXB Series B. */
  readonly hardwareSeries: string
  readonly hardwareRevision: string
  readonly purl: string
  readonly cpe: string
  /** `algorithm:value`. */
  readonly hashes: readonly string[]
}

/** Reads the fields of an inventory row; numbers count as text, anything else as absent. */
export function assetOf(row: Readonly<Record<string, unknown>>, id: string): Asset {
  const text = (name: string) => {
    const value = row[name]
    if (typeof value === 'number') return String(value)
    return typeof value === 'string' ? value.trim().slice(0, 400) : ''
  }
  const hashes = row['hashes']
  return {
    id: text('id') || id,
    vendor: text('vendor'),
    product: text('product') || text('model'),
    orderNumber: text('order_number'),
    version: text('version') || text('firmware'),
    serialNumber: text('serial_number'),
    hardwareSeries: text('hardware_series'),
    hardwareRevision: text('hardware_revision'),
    purl: text('purl'),
    cpe: text('cpe'),
    hashes: Array.isArray(hashes)
      ? hashes
          .filter((one): one is string => typeof one === 'string')
          .map((one) => one.toLowerCase())
      : [],
  }
}

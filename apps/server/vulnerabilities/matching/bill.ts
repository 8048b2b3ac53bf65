// SPDX-License-Identifier: EUPL-1.2
// A bill of materials that is nobody's yet: read, and held against the advisories that there are.
import { type Asset, assetOf } from '@schouw/core/vulns'
import { readCycloneDx } from '@schouw/formats/cyclonedx'
import type { Sighted } from '@schouw/formats/sightings'
import { readSpdx } from '@schouw/formats/spdx'

/** Lines that a page shows and a row keeps; the counts are of all. */
export const mostTold = 200

export interface ReadBill {
  readonly format: 'CycloneDX' | 'SPDX' | null
  readonly sighted: Sighted
}

/** As whichever of the two forms it is; of something else the reason that CycloneDX gives. */
export async function readBill(bytes: Uint8Array): Promise<ReadBill> {
  const source = async function* () {
    yield bytes
  }
  const first = await readCycloneDx(source())
  if (!isOther(first)) return { format: 'CycloneDX', sighted: first }
  const second = await readSpdx(source())
  return isOther(second) ? { format: null, sighted: first } : { format: 'SPDX', sighted: second }
}

function isOther({ problems }: Sighted): boolean {
  return problems.some(({ code }) => ['not-this-format', 'not-json', 'not-xml'].includes(code))
}

/** What the matcher wants of each component; what the list itself is about is none of its parts. */
export function assetsIn({ components = [] }: Sighted): readonly Asset[] {
  return components.map(({ name, version, vendor, purl, cpe, sha256 }, at) => {
    const row = {
      ...{ id: String(at), vendor: vendor ?? '', product: name, version: version ?? '' },
      ...{ purl: purl ?? '', cpe: cpe ?? '' },
      hashes: sha256 === null ? [] : [`sha256:${sha256}`],
    }
    return assetOf(row, row.id)
  })
}

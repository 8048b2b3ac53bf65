// SPDX-License-Identifier: EUPL-1.2
// A process of its own, so that its memory can be told: reads a bill of materials and a folder of
// advisories, and holds every component against every advisory. Arguments: the two, in that order.
import { readFileSync } from 'node:fs'
import { type Advisory, AssetReader, advisoryOf, assetOf, Matcher } from '@schouw/core/vulns'
import { eachDocument } from '@schouw/formats/csaf'
import { readSource } from '@schouw/formats/sources'

const [bill = '', folder = ''] = process.argv.slice(2)
const { components = [] } = await readSource('cyclonedx', [readFileSync(bill)], { fileName: bill })
const matcher = new Matcher()
eachDocument(folder, {
  document: ({ value }) => {
    const advisory: Advisory | undefined = advisoryOf(value)
    if (advisory !== undefined) matcher.add(advisory)
  },
  problem: ({ path }) => {
    throw new Error(path)
  },
})
const reader = new AssetReader()
let found = 0
for (const [at, { vendor, name, version, purl, cpe, sha256 }] of components.entries()) {
  const hashes = sha256 === null ? [] : [`sha256:${sha256}`]
  const row = { vendor, product: name, version, purl, cpe, hashes }
  found += matcher.against(reader.read(assetOf(row, `C${at}`))).length
}
// Nothing recognised would be fast and wrong.
if (components.length < 20_000 || found === 0) throw new Error(`${components.length} ${found}`)

// SPDX-License-Identifier: EUPL-1.2
// Against real advisories, where they are at hand beside the repository; they are not ours to keep.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { type Asset, assetOf } from './asset.ts'
import { csafAdvisory } from './csaf/read.ts'
import { AssetReader } from './match/asset-reader.ts'
import { Matcher } from './match/matcher.ts'
import { changesBetween } from './revisions.ts'

const folder = join(import.meta.dirname, '../../../shared/advisories')
const skip = existsSync(folder) ? false : 'no shared advisories beside the repository'

const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
const advisoryAt = (file: string) => {
  const advisory = csafAdvisory(read(file))
  assert.ok(advisory, file)
  return advisory
}

interface Pair {
  readonly id: string
  readonly asset: Record<string, unknown>
  readonly advisory_path: string
  readonly cve: string | null
  readonly expected: string
  readonly also_acceptable: readonly string[]
}

describe('real advisories', { skip }, () => {
  const reader = new AssetReader()

  function answer(asset: Asset, { advisory_path, cve }: Pair): string {
    const matcher = new Matcher()
    matcher.add(advisoryAt(advisory_path))
    const verdicts = matcher
      .against(reader.read(asset))
      .filter(({ advisory, weaknesses }) =>
        cve === null ? true : weaknesses.some((at) => advisory.weaknesses[at]?.id === cve),
      )
      .map(({ verdict }) => verdict)
    if (verdicts.includes('affected')) return 'affected'
    return verdicts.includes('cannot_decide') ? 'unknown' : 'not_affected'
  }

  it('answer the examples acceptably, and no affected one by not affected', () => {
    const { pairs } = read('match-examples.json') as { pairs: Pair[] }
    const wrong: string[] = []
    for (const pair of pairs) {
      const found = answer(assetOf(pair.asset, pair.id), pair)
      if (pair.expected === 'affected') assert.notEqual(found, 'not_affected', pair.id)
      if (found !== pair.expected && !pair.also_acceptable.includes(found)) wrong.push(pair.id)
    }
    assert.ok(wrong.length <= pairs.length * 0.05, wrong.join())
  })

  it('are affected by their own entries', () => {
    // Every product of every document as an asset that is certainly inside its range.
    const counts = { affected: 0, cannot_decide: 0, wrong: 0 }
    for (const file of globSync('csaf/20*/*.json', { cwd: folder }).sort()) {
      const advisory = advisoryAt(file)
      const matcher = new Matcher()
      matcher.add(advisory)
      for (const [at, product] of advisory.products.entries()) {
        if (product.version?.text !== 'vers:all/*') continue
        if (!advisory.statuses.some((statuses) => statuses.get(at) === 'affected')) continue
        const [order] = product.helper?.modelNumbers ?? []
        const row = { vendor: product.vendor, product: product.name, order_number: order }
        const found = matcher.against(reader.read(assetOf(row, 'x'))).map(({ verdict }) => verdict)
        if (found.includes('affected')) counts.affected += 1
        else if (found.includes('cannot_decide')) counts.cannot_decide += 1
        else counts.wrong += 1
      }
    }
    const all = counts.affected + counts.cannot_decide + counts.wrong
    assert.ok(counts.wrong / all < 0.005, JSON.stringify(counts))
    assert.ok(counts.affected / all > 0.9, JSON.stringify(counts))
  })

  it('raise nothing when a revision changes nothing that matters', () => {
    let [revisions, changed] = [0, 0]
    for (const id of globSync('revisions/*', { cwd: folder }).sort()) {
      const files = globSync(`${id}/*.json`, { cwd: folder }).sort()
      for (let at = 1; at < files.length; at += 1) {
        const [before, after] = [advisoryAt(files[at - 1] ?? ''), advisoryAt(files[at] ?? '')]
        revisions += 1
        if (changesBetween(before, after).size > 0) changed += 1
        assert.equal(changesBetween(after, after).size, 0)
      }
    }
    assert.ok(revisions > 20)
    assert.ok(changed < revisions, `${changed} of ${revisions}`)
  })
})

// SPDX-License-Identifier: EUPL-1.2
// Documents and subjects, compiled once and held against each other as often as is asked.

import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { Bill } from '@schouw/contract'
import {
  type Advisory,
  type Asset,
  AssetReader,
  advisoryOf,
  evidenceOf,
  type Finding,
  Matcher,
  response,
  type withOwn,
} from '@schouw/core/vulns'
import { documentLimits, documentValue } from '@schouw/formats/csaf'
import { storable } from '../storable.ts'
import { assetsIn, mostTold, type ReadBill } from './bill.ts'
import type { Calls, Counted, Match, Matched, MatchedSubject } from './messages.ts'

/** Entries that are kept as grounds; an asset that fits forty rows is told so by a few. */
const mostEntries = { affected: 5, cannot_decide: 5, not_affected: 1 } as const

/** Of one answer: what is stored in one transaction. */
const together = { subjects: 2_000, bytes: 4 * 1024 * 1024 } as const

type Reading = ReturnType<AssetReader['read']>

export class Held {
  readonly #tables: ReturnType<typeof withOwn>
  readonly #matcher: Matcher
  readonly #reader: AssetReader
  readonly #documents = new Map<string, Advisory>()
  readonly #nameOf = new WeakMap<Advisory, string>()
  readonly #subjects = new Map<string, Reading>()
  #run: Generator<Matched> | undefined

  constructor(tables: ReturnType<typeof withOwn>) {
    this.#tables = tables
    this.#matcher = new Matcher(tables)
    this.#reader = new AssetReader(tables)
  }

  hold({ documents = [], lost = [], subjects = [], gone = [] }: Calls['hold'][0]): void {
    for (const document of lost) this.#let(document)
    for (const { document, packed } of documents) {
      this.#let(document)
      const advisory = advisoryIn(packed)
      if (advisory === undefined) continue
      const kept = withoutTexts(advisory)
      this.#documents.set(document, kept)
      this.#nameOf.set(kept, document)
      this.#matcher.add(kept)
    }
    for (const id of gone) this.#subjects.delete(id)
    for (const asset of subjects) this.#subjects.set(asset.id, this.#reader.read(asset))
  }

  begin({ documents, subjects }: Calls['begin'][0]): Counted {
    const matcher = documents === undefined ? this.#matcher : this.#matcherOf(documents)
    const readings =
      subjects === undefined
        ? this.#subjects.values()
        : subjects.flatMap((id) => this.#subjects.get(id) ?? [])
    this.#run =
      documents === undefined ? this.#parts(readings, matcher) : this.#whole(readings, matcher)
    const { entries, unreadableRanges, conditionalRanges } = matcher.counters()
    return { entries, unreadable: unreadableRanges, conditional: conditionalRanges }
  }

  more(): Matched {
    const next = this.#run?.next()
    if (next === undefined || next.done === true) throw new Error('nothing more to match')
    return next.value
  }

  /** Of a list that is not registered: what it names, against all documents. */
  bill({ format, sighted }: ReadBill): Bill {
    const findings: Bill['findings'][number][] = []
    const blind: string[] = []
    let recognised = 0
    const assets = assetsIn(sighted)
    for (const asset of assets) {
      const reading = this.#reader.read(asset)
      const isNamed = asset.purl !== '' || asset.cpe !== '' || asset.hashes.length > 0
      // Whose maker is not told may be anybody's: that is no maker that is known.
      const isOfKnown = asset.vendor !== '' && this.#matcher.knowsVendor(reading)
      const isKnown = isNamed || (isAssessable(asset) && isOfKnown)
      if (isKnown) recognised += 1
      else blind.push(asset.product)
      const { product: name, version } = asset
      for (const verdict of ['affected', 'cannot_decide'] as const) {
        const own = this.#matcher.against(reading).filter((one) => one.verdict === verdict)
        const weaknesses = own.flatMap(({ advisory, weaknesses: places }) =>
          places.map((at) => response.weaknessName(advisory, at)),
        )
        if (weaknesses.length === 0) continue
        const told = [...new Set(weaknesses)].slice(0, 50)
        findings.push({ name, version: version === '' ? null : version, weaknesses: told, verdict })
      }
    }
    const of = (verdict: string) => findings.filter((one) => one.verdict === verdict)
    const [affected, undecided] = [of('affected'), of('cannot_decide')]
    return {
      ...{ format, specVersion: sighted.document?.['specVersion'] ?? null },
      ...{ components: assets.length, recognised, entries: this.#matcher.counters().entries },
      ...{ affected: affected.length, undecided: undecided.length },
      findings: [...affected, ...undecided].slice(0, mostTold),
      blind: blind.slice(0, mostTold),
      problems: sighted.problems
        .slice(0, 20)
        .map(({ code, found }) => ({ code, found: found ?? '' })),
    }
  }

  #let(document: string): void {
    const former = this.#documents.get(document)
    if (former === undefined) return
    this.#documents.delete(document)
    this.#matcher.drop(former)
  }

  #matcherOf(documents: readonly string[]): Matcher {
    const matcher = new Matcher(this.#tables)
    for (const document of documents) {
      const advisory = this.#documents.get(document)
      if (advisory !== undefined) matcher.add(advisory)
    }
    return matcher
  }

  /** Every subject, as many at a time as are stored in one transaction. */
  *#parts(readings: Iterable<Reading>, matcher: Matcher): Generator<Matched> {
    const said = new Set<string>()
    let part = emptyPart()
    let bytes = 0
    for (const reading of readings) {
      const subject = this.#matched(reading, matcher, { said, part })
      bytes += subject.rows.length
      part.subjects.push(subject)
      if (part.count < together.subjects && bytes < together.bytes) continue
      yield { ...part, isLast: false }
      part = emptyPart()
      bytes = 0
    }
    yield { ...part, isLast: true }
  }

  /** All at once, and only whoever has a match: few documents concern few. */
  *#whole(readings: Iterable<Reading>, matcher: Matcher): Generator<Matched> {
    const said = new Set<string>()
    const part = emptyPart()
    for (const reading of readings) {
      const subject = this.#matched(reading, matcher, { said, part })
      if (subject.rows !== '') part.subjects.push(subject)
    }
    yield { ...part, isLast: true }
  }

  #matched(reading: Reading, matcher: Matcher, telling: Telling): MatchedSubject {
    const { part } = telling
    part.count += 1
    if (!isAssessable(reading.asset)) {
      part.notAssessable += 1
      return { id: reading.asset.id, digest: '', rows: '' }
    }
    if (!this.#matcher.knowsVendor(reading)) part.unknownVendor += 1
    return this.#subjectOf(reading, matcher.against(reading), telling)
  }

  #subjectOf(
    { asset }: Reading,
    findings: readonly Finding[],
    { said, part }: Telling,
  ): MatchedSubject {
    const rows: string[] = []
    // Where a document names a vulnerability twice, what it says last stands.
    const named = new Set<string>()
    for (const finding of findings.toReversed()) {
      const document = this.#nameOf.get(finding.advisory) ?? ''
      const row = rowOf(finding, { subject: asset.id, document, named, said, part })
      if (row !== undefined) rows.push(row)
    }
    const text = rows.join()
    return { id: asset.id, digest: text === '' ? '' : digestOf(text), rows: text }
  }
}

type Telling = Pick<Naming, 'said' | 'part'>

interface Naming {
  readonly subject: string
  readonly document: string
  /** Documents and vulnerabilities that have been told of this subject. */
  readonly named: Set<string>
  /** Digests of the evidence that was told in this run. */
  readonly said: Set<string>
  readonly part: OpenPart
}

interface OpenPart {
  readonly subjects: MatchedSubject[]
  readonly grounds: { digest: string; evidence: string }[]
  count: number
  unknownVendor: number
  notAssessable: number
}

function emptyPart(): OpenPart {
  return { subjects: [], grounds: [], count: 0, unknownVendor: 0, notAssessable: 0 }
}

export function isAssessable({ product, orderNumber, hashes, purl, cpe }: Asset): boolean {
  return product !== '' || orderNumber !== '' || hashes.length > 0 || purl !== '' || cpe !== ''
}

/** Undefined where all of it was told already. */
function rowOf(
  finding: Finding,
  { subject, document, named, said, part }: Naming,
): string | undefined {
  const { advisory, claims, isStated, verdict, basis, route, confidence } = finding
  const evidence = storable(claims.slice(0, mostEntries[verdict]).map(evidenceOf))
  const grounds = digestOf(evidence)
  if (!said.has(grounds)) {
    said.add(grounds)
    part.grounds.push({ digest: grounds, evidence })
  }
  const products = new Set(claims.map(({ entry }) => entry.product))
  const weaknesses: string[] = []
  const fixes: response.Fix[] = []
  for (const at of finding.weaknesses.toReversed()) {
    const weakness = response.weaknessName(advisory, at)
    const name = `${document} ${weakness}`
    if (named.has(name)) continue
    named.add(name)
    weaknesses.push(weakness)
    const own = (advisory.weaknesses[at]?.remediations ?? []).filter(
      (one) => one.products === undefined || one.products.some((place) => products.has(place)),
    )
    fixes.push(response.fixOf(own.map(({ category }) => category)))
  }
  if (weaknesses.length === 0) return undefined
  const match: Match & { readonly subject: string } = {
    subject,
    document,
    verdict,
    basis,
    route,
    stated_by: !isStated
      ? 'inference'
      : advisory.publisherCategory === 'vendor'
        ? 'vendor'
        : 'publisher',
    confidence,
    grounds,
    weaknesses,
    fixes,
  }
  return storable(match)
}

export function advisoryIn(packed: Uint8Array): Advisory | undefined {
  const bytes = gunzipSync(packed, { maxOutputLength: documentLimits.documentBytes })
  return advisoryOf(documentValue(bytes).value)
}

/** Nothing of a remediation but its sort and its products decides anything; texts are most of it. */
function withoutTexts(advisory: Advisory): Advisory {
  return {
    ...advisory,
    weaknesses: advisory.weaknesses.map((weakness) => ({
      ...weakness,
      remediations: weakness.remediations.map(({ category, products }) => ({
        category,
        products,
        text: '',
      })),
    })),
  }
}

function digestOf(text: string): string {
  return createHash('sha1').update(text).digest('base64url')
}

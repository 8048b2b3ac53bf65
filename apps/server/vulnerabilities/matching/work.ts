// SPDX-License-Identifier: EUPL-1.2
// What the matching thread does with what it is asked.
import { gunzipSync } from 'node:zlib'
import {
  type Advisory,
  type Asset,
  AssetReader,
  advisoryOf,
  evidenceOf,
  type Finding,
  Matcher,
  response,
  revisions,
} from '@schouw/core/vulns'
import { documentLimits } from '@schouw/formats/csaf'
import { readEpss } from '@schouw/formats/epss'
import { readKev } from '@schouw/formats/kev'
import { storable } from '../storable.ts'
import type { CallName, Calls, Match, ReadPart, WeaknessFact } from './messages.ts'
import { partsOf } from './reading.ts'

/** Entries that are kept as grounds; an asset that fits forty rows is told so by a few. */
const mostEntries = { affected: 5, cannot_decide: 5, not_affected: 1 } as const

export type Work = { [Name in CallName]: (given: Calls[Name][0]) => Calls[Name][1] }

/** One after the other: what was opened, and the advisories that were added, stay. */
export function work(): Work {
  const matcher = new Matcher()
  const reader = new AssetReader()
  const nameOf = new Map<Advisory, string>()
  let parts: Generator<ReadPart> | undefined
  return {
    open: ({ path, name }) => {
      parts = partsOf(path, name)
      return null
    },
    next: () => {
      const next = parts?.next()
      if (next === undefined || next.done === true) throw new Error('nothing more to read')
      return next.value
    },
    compare: ({ before, after }) => {
      const [old, young] = [advisoryIn(before), advisoryIn(after)]
      if (old === undefined || young === undefined) {
        return { isNewer: true, changes: ['products'], differences: [] }
      }
      const changes = [...revisions.changesBetween(old, young)]
      const differences = response.differencesBetween(old, young)
      return { isNewer: revisions.isNewer(young, old), changes, differences }
    },
    add: ({ documents }) => {
      for (const { document, packed } of documents) {
        const advisory = advisoryIn(packed)
        if (advisory === undefined) continue
        nameOf.set(advisory, document)
        matcher.add(advisory)
      }
      const { entries, unreadableRanges, conditionalRanges } = matcher.counters()
      return { entries, unreadable: unreadableRanges, conditional: conditionalRanges }
    },
    match: ({ assets }) => {
      const matches = new Map<string, Match>()
      const unknownVendor: string[] = []
      const notAssessable: string[] = []
      for (const asset of assets) {
        if (!isAssessable(asset)) {
          notAssessable.push(asset.id)
          continue
        }
        const reading = reader.read(asset)
        if (!matcher.knowsVendor(reading)) unknownVendor.push(asset.id)
        for (const finding of matcher.against(reading)) {
          for (const match of matchesOf(asset, finding, nameOf.get(finding.advisory) ?? '')) {
            matches.set(`${match.subject}\n${match.document}\n${match.weakness}`, match)
          }
        }
      }
      const rows = storable([...matches.values()])
      return { rows, matches: matches.size, unknownVendor, notAssessable }
    },
    facts,
  }
}

export function isAssessable({ product, orderNumber, hashes, purl, cpe }: Asset): boolean {
  return product !== '' || orderNumber !== '' || hashes.length > 0 || purl !== '' || cpe !== ''
}

function advisoryIn(packed: Uint8Array): Advisory | undefined {
  const bytes = gunzipSync(packed, { maxOutputLength: documentLimits.documentBytes })
  return advisoryOf(JSON.parse(new TextDecoder('utf-8').decode(bytes)))
}

function matchesOf(asset: Asset, finding: Finding, document: string): readonly Match[] {
  const { advisory, claims, isStated } = finding
  const evidence = claims.slice(0, mostEntries[finding.verdict]).map(evidenceOf)
  const products = claims.map(({ entry }) => entry.product)
  const statedBy = !isStated
    ? ('inference' as const)
    : advisory.publisherCategory === 'vendor'
      ? ('vendor' as const)
      : ('publisher' as const)
  return finding.weaknesses.map((at): Match => {
    const remediations = advisory.weaknesses[at]?.remediations ?? []
    const own = remediations.filter(
      (one) => one.products === undefined || one.products.some((place) => products.includes(place)),
    )
    return {
      subject: asset.id,
      document,
      weakness: response.weaknessName(advisory, at),
      verdict: finding.verdict,
      basis: finding.basis,
      route: finding.route,
      statedBy,
      confidence: finding.confidence,
      fix: response.fixOf(own.map(({ category }) => category)),
      evidence,
    }
  })
}

function facts({ kev, epss, weaknesses }: Calls['facts'][0]): readonly WeaknessFact[] {
  const exploited = kev === null ? undefined : readKev('kev', gunzipSync(kev)).byCve
  const scores = epss === null ? undefined : readEpss('epss', gunzipSync(epss)).byCve
  return weaknesses.flatMap((weakness): WeaknessFact[] => {
    const entry = exploited?.get(weakness)
    const score = scores?.get(weakness)
    if (entry === undefined && score === undefined) return []
    return [
      {
        weakness,
        kev:
          entry === undefined
            ? null
            : { added: entry.dateAdded, due: entry.dueDate, ransomware: entry.isUsedByRansomware },
        chance: score?.exploitChance ?? null,
        percentile: score?.percentile ?? null,
      },
    ]
  })
}

// SPDX-License-Identifier: EUPL-1.2
import { type Evidence, evidenceOf, type Finding } from '@schouw/core/vulns'
import type { Shell } from '../../terminal/shell.ts'
import type { Enrichment, Source } from './inputs.ts'

const pieceLength = 1 << 16
/** Entries shown as grounds; an asset that fits forty rows of one document is told so by twenty. */
const mostEntries = 20

/** Writes the answer while it is found: results of a large inventory do not fit in a string. */
export class ResultWriter {
  readonly #shell: Shell
  readonly #enrichment: Enrichment
  readonly #sources: readonly Source[]
  #piece = '{\n  "schema": "schouw/match/1",\n  "results": ['
  #separator = '\n    '
  #isRead = true
  /** The part after the asset, for findings that assets of one type share. */
  readonly #rests = new WeakMap<Finding, readonly string[]>()

  constructor(of: { shell: Shell; sources: readonly Source[]; enrichment: Enrichment }) {
    this.#shell = of.shell
    this.#sources = of.sources
    this.#enrichment = of.enrichment
  }

  add(asset: string, finding: Finding): void {
    let rests = this.#rests.get(finding)
    if (rests === undefined) {
      rests = this.#restsOf(finding)
      this.#rests.set(finding, rests)
    }
    const head = `{"asset":${JSON.stringify(asset)},`
    for (const rest of rests) {
      this.#piece += this.#separator + head + rest
      this.#separator = ',\n    '
      if (this.#piece.length >= pieceLength) this.#flush()
    }
  }

  end(counters: Readonly<Record<string, number>>): void {
    const { kev, epss } = this.#enrichment
    this.#piece += this.#separator.startsWith(',') ? '\n  ],\n' : '],\n'
    this.#piece += `  "counters": ${JSON.stringify(counters)},\n`
    if (kev !== undefined) this.#piece += `  "kev": ${JSON.stringify({ version: kev.version })},\n`
    if (epss !== undefined) {
      this.#piece += `  "epss": ${JSON.stringify({ scored_at: epss.scoredAt })},\n`
    }
    this.#piece += '  "advisories": ['
    let separator = '\n    '
    for (const { advisory, path, sha256 } of this.#sources) {
      const { id, title, publisher, revision, format, oddities } = advisory
      const row = { id, revision, publisher, title, format, path, sha256, oddities }
      this.#piece += separator + JSON.stringify(row)
      separator = ',\n    '
      if (this.#piece.length >= pieceLength) this.#flush()
    }
    this.#piece += '\n  ]\n}\n'
    this.#flush()
  }

  #flush(): void {
    if (this.#isRead) this.#isRead = this.#shell.print(this.#piece)
    this.#piece = ''
  }

  #restsOf(finding: Finding): string[] {
    const { advisory, verdict, basis, route, confidence, claims } = finding
    const entries: Evidence[] = claims.slice(0, mostEntries).map(evidenceOf)
    const end = JSON.stringify({
      verdict,
      basis,
      route,
      stated_by: statedBy(finding),
      confidence,
      entries,
      ...(claims.length > mostEntries && { more_entries: claims.length - mostEntries }),
    }).slice(1)
    return finding.weaknesses.map((at) => {
      const cve = advisory.weaknesses[at]?.id ?? null
      const start = JSON.stringify({ advisory: advisory.id, cve, ...this.#known(cve) })
      return `${start.slice(1, -1)},${end}`
    })
  }

  #known(cve: string | null): object {
    if (cve === null) return {}
    const exploited = this.#enrichment.kev?.byCve.get(cve)
    const score = this.#enrichment.epss?.byCve.get(cve)
    return {
      ...(exploited && {
        kev: {
          added: exploited.dateAdded,
          due: exploited.dueDate,
          ransomware: exploited.isUsedByRansomware,
        },
      }),
      ...(score && { epss: { chance: score.exploitChance, percentile: score.percentile } }),
    }
  }
}

/** Whose word the verdict is: the vendor's, another publisher's, or ours from a range. */
function statedBy({ isStated, advisory }: Finding): 'vendor' | 'publisher' | 'inference' {
  if (!isStated) return 'inference'
  return advisory.publisherCategory === 'vendor' ? 'vendor' : 'publisher'
}

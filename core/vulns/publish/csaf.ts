// SPDX-License-Identifier: EUPL-1.2
// An advisory of one's own as a CSAF 2.0 document. Only values in, one value out: the same facts give
// the same document.
import { baseScore } from '../cvss/base-score.ts'

export interface OwnPublisher {
  readonly name: string
  /** An address of the company itself: it makes its ids its own. */
  readonly namespace: string
  readonly contact: string
}

export interface OwnProduct {
  readonly id: string
  readonly name: string
  readonly orderNumbers: readonly string[]
}

export interface OwnWeakness {
  readonly title: string
  readonly cve: string
  readonly described: string
  readonly acknowledged: string
  readonly cvssVector: string
  readonly products: readonly string[]
  /** `vers:…`, or versions as people write them; every version when empty. */
  readonly affectedRange: string
  readonly fixedVersion: string
  readonly remediation: string
  readonly workaround: string
}

export interface OwnAdvisory {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly summary: string
  readonly revisions: readonly {
    readonly number: number
    readonly at: string
    readonly summary: string
  }[]
  readonly references: readonly string[]
  readonly products: readonly OwnProduct[]
  readonly weaknesses: readonly OwnWeakness[]
  readonly publisher: OwnPublisher
  /** Where this document itself can be had; absent while it is nowhere. */
  readonly self?: string
}

/** Why something cannot be published yet, by the field that is missing. */
export type Unpublishable =
  | 'no-revision'
  | 'no-weakness'
  | 'no-product'
  | 'no-publisher'
  | 'id-unusable'

export function unpublishable(own: OwnAdvisory): readonly Unpublishable[] {
  const { revisions, weaknesses, products, publisher, id } = own
  return [
    ...(/^[A-Za-z0-9][A-Za-z0-9+._-]*$/.test(id) ? [] : (['id-unusable'] as const)),
    ...(revisions.length > 0 ? [] : (['no-revision'] as const)),
    ...(weaknesses.length > 0 ? [] : (['no-weakness'] as const)),
    ...(products.length > 0 && weaknesses.every((one) => one.products.length > 0)
      ? []
      : (['no-product'] as const)),
    ...(publisher.name !== '' && publisher.namespace !== '' ? [] : (['no-publisher'] as const)),
  ]
}

/** The name of its file, as the standard derives it from the id. */
export function fileNameOf(id: string): string {
  return `${id.toLowerCase().replaceAll(/[^+\-a-z0-9]+/g, '_')}.json`
}

export function csafOf(own: OwnAdvisory): object {
  const revisions = own.revisions.toSorted((a, b) => a.number - b.number)
  const [first, last] = [revisions[0], revisions.at(-1)]
  const entries = new Entries(own)
  const vulnerabilities = own.weaknesses.map((weakness) => weaknessOf(weakness, entries))
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      distribution: { tlp: { label: 'WHITE', url: 'https://www.first.org/tlp/' } },
      lang: own.language,
      notes: [{ category: 'summary', text: own.summary, title: titles(own.language).summary }],
      publisher: {
        category: 'vendor',
        ...(own.publisher.contact === '' ? {} : { contact_details: own.publisher.contact }),
        name: own.publisher.name,
        namespace: own.publisher.namespace,
      },
      ...referencesOf(own),
      title: own.title,
      tracking: {
        current_release_date: last?.at ?? '',
        generator: { engine: { name: 'Schouw' } },
        id: own.id,
        initial_release_date: first?.at ?? '',
        revision_history: revisions.map(({ number, at, summary }) => ({
          date: at,
          number: String(number),
          summary,
        })),
        status: 'final',
        version: String(last?.number ?? 1),
      },
    },
    product_tree: { branches: entries.branches() },
    vulnerabilities,
  }
}

function referencesOf({ self, references, language }: OwnAdvisory): object {
  const { self: own, more } = titles(language)
  const all = [
    ...(self === undefined ? [] : [{ category: 'self', summary: own, url: self }]),
    ...references.map((url) => ({ category: 'external', summary: more, url })),
  ]
  return all.length === 0 ? {} : { references: all }
}

interface Entry {
  readonly id: string
  readonly product: OwnProduct
  readonly version: string
  readonly isRange: boolean
}

/** Products in the versions that somebody says something about, each once. */
class Entries {
  readonly #own: OwnAdvisory
  readonly #entries = new Map<string, Entry>()

  constructor(own: OwnAdvisory) {
    this.#own = own
  }

  /** Ids, made where they are new. */
  of(products: readonly string[], version: string, isRange: boolean): readonly string[] {
    return products.flatMap((id) => {
      const product = this.#own.products.find((one) => one.id === id)
      if (product === undefined) return []
      const key = `${id}\n${isRange}\n${version}`
      const number = String(this.#entries.size + 1).padStart(4, '0')
      const entry = this.#entries.get(key) ?? { id: `CSAFPID-${number}`, product, version, isRange }
      this.#entries.set(key, entry)
      return [entry.id]
    })
  }

  branches(): readonly object[] {
    const byProduct = Map.groupBy(this.#entries.values(), ({ product }) => product.id)
    const branches = [...byProduct.values()].map((entries) => ({
      category: 'product_name',
      name: entries[0]?.product.name ?? '',
      branches: entries.map((entry) => this.#leaf(entry)),
    }))
    return [{ category: 'vendor', name: this.#own.publisher.name, branches }]
  }

  #leaf({ id, product, version, isRange }: Entry): object {
    const { orderNumbers, name } = product
    const helper = orderNumbers.length === 0 ? {} : { model_numbers: orderNumbers }
    return {
      category: isRange ? 'product_version_range' : 'product_version',
      name: version,
      product: {
        name: `${this.#own.publisher.name} ${name} ${version}`,
        product_id: id,
        ...(orderNumbers.length === 0 ? {} : { product_identification_helper: helper }),
      },
    }
  }
}

function weaknessOf(weakness: OwnWeakness, entries: Entries): object {
  const { products, affectedRange, fixedVersion, cve, title, described, acknowledged } = weakness
  const affected = entries.of(products, affectedRange || 'vers:all/*', true)
  const fixed = fixedVersion === '' ? [] : entries.of(products, fixedVersion, false)
  const remediations = [
    ...(weakness.remediation === '' && fixed.length === 0
      ? []
      : [
          {
            category: fixed.length === 0 ? 'mitigation' : 'vendor_fix',
            details: weakness.remediation || fixedVersion,
            product_ids: affected,
          },
        ]),
    ...(weakness.workaround === ''
      ? []
      : [{ category: 'workaround', details: weakness.workaround, product_ids: affected }]),
  ]
  const score = baseScore(weakness.cvssVector)
  const isThree = score !== undefined && score.version !== '2.0'
  return {
    ...(acknowledged === '' ? {} : { acknowledgments: [{ summary: acknowledged }] }),
    ...(isCve(cve) ? { cve } : {}),
    notes: [{ category: 'description', text: described || title }],
    product_status: { ...(fixed.length === 0 ? {} : { fixed }), known_affected: affected },
    remediations:
      remediations.length > 0
        ? remediations
        : [{ category: 'none_available', details: title, product_ids: affected }],
    ...(isThree
      ? {
          scores: [
            {
              cvss_v3: {
                baseScore: score.score,
                baseSeverity: score.severity,
                vectorString: weakness.cvssVector,
                version: score.version,
              },
              products: affected,
            },
          ],
        }
      : {}),
    title,
  }
}

function isCve(text: string): boolean {
  return /^CVE-\d{4}-\d{4,}$/.test(text)
}

/** Headings that a document of this language has itself. */
function titles(language: string): { summary: string; self: string; more: string } {
  return language.startsWith('nl')
    ? { summary: 'Samenvatting', self: 'Dit document', more: 'Meer' }
    : { summary: 'Summary', self: 'This document', more: 'More' }
}

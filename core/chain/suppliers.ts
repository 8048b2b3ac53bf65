// SPDX-License-Identifier: EUPL-1.2
import { agendaOf } from './agenda.ts'
import { type Asked, type ClauseLine, checklist } from './clauses.ts'
import { type Around, type Criticality, criticalityOf } from './criticality.ts'
import { type ChainFacts, grouped, type Line, linesOf } from './facts.ts'
import { movedSuppliers } from './moved.ts'
import { type CertificateLine, certificatesOf, type Weighed, weighed } from './standing.ts'
import { hasComponents, type Tier, tierOf } from './tiers.ts'
import { type WeightsInForce, weightsOf } from './weights.ts'

export interface SupplierLine {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly service: string | null
  readonly state: string
  readonly tier: Tier | null
  readonly criticality: Criticality
  /** What a person has set in the register; null while nobody has. */
  readonly said_band: string | null
  readonly nis2: string | null
  readonly country: string | null
  readonly processes: readonly string[]
  readonly switching_days: number | null
  readonly has_alternatives: boolean
  readonly has_exit_plan: boolean | null
  readonly grants: number
  readonly contracts: number
  /** Of the contract that says most; null without one in force. */
  readonly clauses_open: number | null
  readonly clauses_asked: number
  readonly certificate: CertificateLine['standing'] | null
  readonly weighed: Weighed
  readonly last_review_on: string | null
  readonly next_review_on: string | null
  readonly questionnaire: string | null
}

export interface Chain {
  readonly suppliers: readonly SupplierLine[]
  readonly weights: WeightsInForce
  readonly agenda: ReturnType<typeof agendaOf>
  readonly leaned_on: readonly LeanedOn[]
  readonly countries: readonly { readonly country: string; readonly count: number }[]
}

/** A sub-supplier behind several of ours, or a supplier that several processes stand on. */
export interface LeanedOn {
  readonly id: string
  readonly name: string
  readonly suppliers: readonly string[]
  readonly processes: readonly string[]
}

/** The registers by what they say of each supplier, gone through once. */
export class Book {
  readonly suppliers: readonly Line[]
  readonly weights: WeightsInForce
  readonly contracts: ReadonlyMap<string, readonly Line[]>
  readonly grants: ReadonlyMap<string, readonly Line[]> | undefined
  readonly reviews: ReadonlyMap<string, readonly Line[]>
  readonly leaning: ReadonlyMap<string, readonly Line[]>
  readonly processes: ReadonlyMap<string, readonly Line[]>
  readonly #processById: ReadonlyMap<string, Line>
  readonly #jewels: readonly Line[]
  readonly #jewelled: ReadonlySet<string>
  readonly #zoneKinds: ReadonlyMap<string, string>
  readonly #zoneOfAsset: ReadonlyMap<string, string>

  constructor(facts: ChainFacts) {
    const lines = (kind: Parameters<typeof linesOf>[1]) => linesOf(facts, kind)
    this.suppliers = lines('supplier').filter(({ state }) => state !== 'former')
    this.weights = weightsOf(lines('organisation')[0])
    const ours = lines('contract').filter(({ state }) => state !== 'ended')
    this.contracts = grouped(ours, (one) => [one.text('supplier') ?? ''])
    const grants = lines('remote-access').filter(({ state }) => state === 'allowed')
    const isKept = (facts.records['remote-access'] ?? []).length > 0
    this.grants = isKept ? grouped(grants, (one) => [one.text('supplier') ?? '']) : undefined
    this.reviews = grouped(lines('supplier-review'), (one) => [one.text('supplier') ?? ''])
    this.leaning = grouped(this.suppliers, (one) => one.list('subcontractor_of'))
    const processes = lines('process')
    this.#processById = new Map(processes.map((one) => [one.id, one]))
    this.processes = grouped(processes, (one) => one.list('depends_on_suppliers'))
    this.#jewels = lines('crown-jewel').filter(({ state }) => state !== 'lapsed')
    this.#jewelled = new Set(
      this.#jewels.flatMap((one) => [
        ...(one.text('process') === null ? [] : [one.text('process') ?? '']),
        ...one.list('suppliers'),
        ...one.list('assets'),
      ]),
    )
    this.#zoneKinds = new Map(lines('zone').map((one) => [one.id, one.text('kind') ?? '']))
    this.#zoneOfAsset = new Map(
      lines('asset').flatMap((one) => {
        const zone = one.text('zone')
        return zone === null ? [] : [[one.id, zone] as const]
      }),
    )
  }

  processesOf(supplier: Line): readonly Line[] {
    const own = supplier.list('processes').flatMap((id) => this.#processById.get(id) ?? [])
    return [...new Set([...own, ...(this.processes.get(supplier.id) ?? [])])]
  }

  /** Zones that a supplier reaches, by whatever says so. */
  zonesOf(supplier: Line): readonly string[] {
    const grants = this.grants?.get(supplier.id) ?? []
    const assets = [
      ...supplier.list('reaches_assets'),
      ...grants.flatMap((one) => one.list('target_assets')),
    ]
    return [
      ...new Set([
        ...supplier.list('reaches_zones'),
        ...grants.flatMap((one) => one.list('target_zones')),
        ...assets.flatMap((id) => this.#zoneOfAsset.get(id) ?? []),
      ]),
    ]
  }

  around(supplier: Line): Around {
    const processes = this.processesOf(supplier)
    const touched = [supplier.id, ...processes.map(({ id }) => id)]
    return {
      processes,
      isUnderJewel: [...touched, ...supplier.list('reaches_assets')].some((id) =>
        this.#jewelled.has(id),
      ),
      zoneKinds: this.zonesOf(supplier).flatMap((id) => this.#zoneKinds.get(id) ?? []),
      grants: this.grants === undefined ? undefined : (this.grants.get(supplier.id) ?? []),
      // Who works for others of ours: those it is a subcontractor of.
      leaning: supplier.list('subcontractor_of').length,
    }
  }

  askedOf(supplier: Line): Asked {
    return {
      tier: tierOf(supplier),
      hasRemoteAccess: (this.grants?.get(supplier.id) ?? []).length > 0,
      hasPersonalData: supplier.flag('processes_personal_data') === true,
      hasComponents: hasComponents(supplier),
    }
  }

  /** Each contract against the list, the one that says most first. */
  clausesOf(
    supplier: Line,
  ): readonly { readonly contract: Line; readonly lines: readonly ClauseLine[] }[] {
    const asked = this.askedOf(supplier)
    return (this.contracts.get(supplier.id) ?? [])
      .map((contract) => ({ contract, lines: checklist(contract, asked) }))
      .toSorted((a, b) => openOf(a.lines) - openOf(b.lines))
  }
}

export function openOf(lines: readonly ClauseLine[]): number {
  return lines.filter(({ standing }) => standing !== 'agreed').length
}

/** What was worked out of the registers a little while ago. */
export interface Before {
  readonly facts: ChainFacts
  readonly chain: Chain
}

/**
 * Every supplier with what is known of it, the most critical first. Of the one before, the lines are
 * taken over that cannot have moved: with thousands of suppliers a change is seldom of more than one.
 */
export function chainOf(facts: ChainFacts, before?: Before): Chain {
  const book = new Book(facts)
  const moved = before === undefined ? null : movedSuppliers(before.facts, facts)
  const same =
    moved === null ? [] : (before?.chain.suppliers ?? []).filter(({ id }) => !moved.has(id))
  const known = new Set(same.map(({ id }) => id))
  const suppliers = [
    ...same,
    ...book.suppliers
      .filter(({ id }) => !known.has(id))
      .map((line) => supplierLine(book, line, facts.today)),
  ].toSorted(mostCriticalFirst)
  return {
    suppliers,
    weights: book.weights,
    agenda: agendaOf(facts, book),
    leaned_on: leanedOn(book, suppliers),
    countries: countriesOf(suppliers),
  }
}

export function supplierLine(book: Book, supplier: Line, today: string): SupplierLine {
  const contracts = book.clausesOf(supplier)
  const asked = checklist(undefined, book.askedOf(supplier)).length
  // What is still being talked about is agreed with nobody.
  const inForce = contracts.filter(({ contract }) => contract.state !== 'draft')
  const [best] = inForce
  const [review] = (book.reviews.get(supplier.id) ?? [])
    .filter((one) => one.text('type') === 'questionnaire')
    .toSorted((a, b) => ((a.text('planned_on') ?? '') < (b.text('planned_on') ?? '') ? 1 : -1))
  return {
    id: supplier.id,
    code: supplier.text('code') ?? '',
    name: supplier.text('name') ?? '',
    service: supplier.text('service'),
    state: supplier.state,
    tier: tierOf(supplier),
    criticality: criticalityOf(supplier, book.around(supplier), book.weights),
    said_band: supplier.text('criticality'),
    nis2: supplier.text('is_in_scope'),
    country: supplier.text('country'),
    processes: book.processesOf(supplier).map(({ id }) => id),
    switching_days: supplier.number('switching_days'),
    has_alternatives: supplier.text('alternatives') !== null,
    has_exit_plan: supplier.flag('has_exit_plan'),
    grants: book.grants?.get(supplier.id)?.length ?? 0,
    contracts: inForce.length,
    clauses_open: best === undefined ? null : openOf(best.lines),
    clauses_asked: asked,
    certificate: certificatesOf(supplier, today)[0]?.standing ?? null,
    weighed: weighed(supplier),
    last_review_on: supplier.text('last_review_on'),
    next_review_on: supplier.text('next_review_on'),
    questionnaire: review?.state ?? null,
  }
}

function mostCriticalFirst(a: SupplierLine, b: SupplierLine): number {
  const points = b.criticality.score - a.criticality.score
  if (points !== 0) return points
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1
}

function leanedOn(book: Book, lines: readonly SupplierLine[]): readonly LeanedOn[] {
  const worksFor = new Map<string, readonly string[]>()
  for (const one of book.suppliers) {
    const of = one.list('subcontractor_of')
    if (of.length > 0) worksFor.set(one.id, of)
  }
  return lines
    .filter(({ id, processes }) => processes.length > 1 || (worksFor.get(id) ?? []).length > 1)
    .map(({ id, name, processes }) => ({
      ...{ id, name, processes },
      suppliers: worksFor.get(id) ?? [],
    }))
    .toSorted(
      (a, b) => b.suppliers.length + b.processes.length - a.suppliers.length - a.processes.length,
    )
    .slice(0, 10)
}

function countriesOf(suppliers: readonly SupplierLine[]): Chain['countries'] {
  const counts = new Map<string, number>()
  for (const { country } of suppliers) {
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  return [...counts]
    .map(([country, count]) => ({ country, count }))
    .toSorted((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1))
}

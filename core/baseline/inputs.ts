// SPDX-License-Identifier: EUPL-1.2
import type { EvidenceLevel, Maturity } from '@schouw/core/assurance'
import type { Jurisdiction, ScopeCase } from '@schouw/core/law'

/*
 * The input folder of a factory, parsed. Keys are spelled as in the files
 * (`docs/formats/factory-folder.md`). Every key is present: null is "not stated", an empty list is
 * "none stated". Dates are ISO calendar days (`2026-03-01`), times of day `HH:MM` in the
 * organisation's time zone, amounts whole euros.
 */

/** Where an entry stands: path inside the folder with `/`, line from 1. */
export interface Place {
  readonly path: string
  readonly line: number
}

/** Every entry of a list and every row of a table knows its place. */
export interface Placed {
  readonly at: Place
}

export type Language = 'nl' | 'en'

/** What a person of the company is for Schouw; `people.csv` may hold several rows for one person. */
export type PersonRole =
  | 'director'
  | 'supervisory_director'
  | 'ciso'
  | 'it_manager'
  | 'ot_engineer'
  | 'process_owner'
  | 'purchasing'
  | 'hr'
  | 'legal'
  | 'quality'
  | 'employee'

/**
 * Main activity: an entry of the annexes, or only a NACE Rev. 2 code (`28`, `28.29`), from which
 * the entry is looked up.
 */
export interface SectorInput {
  readonly nace: string | null
  readonly annex: 'I' | 'II' | null
  readonly sector_id: string | null
  readonly subsector_id: string | null
}

export interface SiteInput extends Placed {
  readonly id: string
  readonly name: string
  readonly address: string | null
  /** Address ranges in CIDR notation. Stated ranges overrule what the captures suggest. */
  readonly ranges: readonly string[]
}

export type MeasureId = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j'

/** The level the board itself has set, with its decision: the line across the dike. */
export interface BoardLevelInput {
  readonly level: Maturity
  readonly decided_on: string | null
  /** Number or title of the decision. */
  readonly decision: string | null
  /** Where the board set another level for one measure: `a` … `j`. */
  readonly per_measure: Readonly<Partial<Record<MeasureId, Maturity>>>
}

export interface OpenDecisionInput extends Placed {
  readonly id: string
  readonly question: string
  /** Person id or name. */
  readonly proposed_by: string | null
  readonly due: string | null
  readonly cost_eur: number | null
  readonly if_yes: string | null
  readonly if_no: string | null
}

/** `organisation.yaml`, the only file that must be there. */
export interface OrganisationInput extends Placed {
  readonly name: string
  readonly jurisdiction: Jurisdiction
  readonly language: Language
  /** IANA name. */
  readonly time_zone: string
  readonly sector: SectorInput
  readonly side_activities: readonly SectorInput[]
  readonly fiscal_years: ScopeCase['fiscal_years']
  readonly relations: NonNullable<ScopeCase['relations']>
  readonly prior_status: 'micro' | 'small' | 'medium' | 'large' | null
  readonly designated_essential: boolean | null
  readonly designation_ground: string | null
  readonly size_independent_ground: string | null
  /** § 28(4) BSIG only. */
  readonly it_independent: boolean | null
  /** Year of a take-over or spin-off: the two-year rule does not shield it. */
  readonly ownership_changed_in: number | null
  /** Products with digital elements: the Cyber Resilience Act's own clock. */
  readonly makes_digital_products: boolean | null
  readonly sites: readonly SiteInput[]
  readonly board_level: BoardLevelInput | null
  /** For processes that state no cost of their own. */
  readonly outage_cost_eur_per_hour: number | null
  /** Date of registration with the authority (Cbw art. 44); null is not registered or not known. */
  readonly registered_on: string | null
  readonly open_decisions: readonly OpenDecisionInput[]
}

export type ZoneKind =
  | 'office'
  | 'ot'
  | 'dmz'
  | 'safety'
  | 'supplier'
  | 'guest'
  | 'management'
  | 'internet'

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** Days and hours in the organisation's time zone; `to` before `from` runs past midnight. */
export interface WindowInput {
  readonly days: readonly Weekday[]
  readonly from: string
  readonly to: string
}

export interface ZoneInput extends Placed {
  readonly id: string
  readonly name: string
  readonly kind: ZoneKind
  /** 0–5, 3.5 for the industrial DMZ. */
  readonly purdue_level: number | null
  /** Site id. */
  readonly site: string | null
  readonly ranges: readonly string[]
  readonly vlans: readonly number[]
  /** Names, MAC or IP addresses of devices that belong here whatever their address says. */
  readonly assets: readonly string[]
  /** IEC 62443-3-3, 0 to 4: what the zone needs, and what it has by one's own estimate. */
  readonly security_level_target: number | null
  readonly security_level_achieved: number | null
}

/** Traffic that is meant to be there, from who opens to who answers. */
export interface ConduitInput extends Placed {
  readonly id: string
  readonly from: string
  readonly to: string
  /** `tcp/102`, `udp/161`, a protocol name (`s7comm`, `modbus`), or `any`. */
  readonly services: readonly string[]
  readonly purpose: string | null
  readonly owner: string | null
  readonly window: WindowInput | null
}

export interface RemoteAccessInput extends Placed {
  readonly id: string
  /** Supplier id or name; null for own staff. */
  readonly supplier: string | null
  /** `teamviewer`, `rdp`, `ewon`, `vpn` … */
  readonly tool: string
  /** Zone ids, device names or addresses it may reach. */
  readonly targets: readonly string[]
  /** Addresses or ranges it may come from. */
  readonly sources: readonly string[]
  readonly window: WindowInput | null
  readonly mfa: boolean | null
  readonly recorded: boolean | null
  readonly approved_by: string | null
  readonly valid_until: string | null
}

/** `zones.yaml`. */
export interface ZonesInput {
  readonly zones: readonly ZoneInput[]
  readonly conduits: readonly ConduitInput[]
  readonly remote_access: readonly RemoteAccessInput[]
}

export interface ProcessInput extends Placed {
  readonly id: string
  readonly name: string
  readonly site: string | null
  /** Person id or name. */
  readonly owner: string | null
  readonly crown_jewel: boolean
  readonly outage_cost_eur_per_hour: number | null
  /** How long a serious failure keeps it down, in hours, by the owner's own estimate. */
  readonly outage_hours: { readonly low: number; readonly high: number } | null
  readonly max_outage_hours: number | null
  readonly rto_hours: number | null
  readonly rpo_hours: number | null
  /** What makes up the cost of an hour; absent parts are not stated. */
  readonly outage_cost_parts: readonly CostPartInput[]
  /** Hours of an ordinary day in which it works. */
  readonly production_hours_per_day: number | null
  readonly restart_cost_eur: number | null
  readonly scrap_loss_eur: number | null
  readonly contract_penalty_eur_per_day: number | null
  /** When it may stand still for work on its devices. */
  readonly maintenance_windows?: readonly WindowInput[]
  readonly depends_on: {
    /** Device names, MAC or IP addresses. */
    readonly assets: readonly string[]
    readonly zones: readonly string[]
    readonly suppliers: readonly string[]
    /** Ids of other processes: when they stop, so does this one. */
    readonly processes: readonly string[]
  }
  /** What can happen to people or surroundings when it fails or is tampered with; null: nothing stated. */
  readonly safety: string | null
  /** Who is let down and how: delivery terms, penalties; null: nothing stated. */
  readonly reputation: string | null
}

/** `processes.yaml`. */
export interface ProcessesInput {
  readonly processes: readonly ProcessInput[]
}

/** From low to high: in nine cases of ten the truth lies between. */
export interface RangeInput {
  readonly low: number
  readonly high: number
}

export interface CostPartInput {
  readonly part: 'contribution_margin' | 'idle_people' | 'overtime' | 'penalties' | 'other'
  readonly eur_per_hour: RangeInput
  readonly basis: 'said' | 'shown' | 'tested'
}

/** What the board can bear, in words and as points of a curve. */
export interface AppetiteInput {
  readonly words: string | null
  readonly eur_per_year: number | null
  /** Once in so many years a year may cost this much, and no more. */
  readonly points: readonly { readonly once_in_years: number; readonly eur: number }[]
}

/**
 * An estimate of a risk. With the id of one that the measurement proposes it completes that one;
 * with another it is a risk of the company's own.
 */
export interface RiskEstimateInput extends Placed {
  readonly id: string
  readonly name: string | null
  readonly scenario: string | null
  readonly category: string | null
  readonly hazard: string | null
  readonly consequence: string | null
  readonly owner: string | null
  readonly processes: readonly string[]
  readonly suppliers: readonly string[]
  readonly sites: readonly string[]
  readonly times_per_year: RangeInput | null
  readonly loss_eur: RangeInput | null
  readonly outage_hours: RangeInput | null
  readonly likelihood: number | null
  readonly impact: number | null
  readonly safety_impact: string | null
  readonly environment_impact: string | null
  readonly reputation_impact: string | null
  readonly estimated_by: readonly string[]
  readonly estimated_on: string | null
  readonly grounds: string | null
}

export interface TreatmentInput extends Placed {
  readonly id: string
  readonly name: string
  /** Id of a risk. */
  readonly risk: string
  readonly option: 'reduce' | 'avoid' | 'transfer' | 'retain'
  readonly description: string | null
  /** Ids of actions of the roadmap that it consists of. */
  readonly actions: readonly string[]
  readonly cost_eur_once: number | null
  readonly cost_eur_per_year: number | null
  readonly residual_times_per_year: number | null
  readonly residual_loss_eur: RangeInput | null
  readonly residual_outage_hours: RangeInput | null
  readonly insured_eur: number | null
  readonly deductible_eur: number | null
  readonly owner: string | null
  readonly due: string | null
  /** Id of an open decision in `organisation.yaml`. */
  readonly decision: string | null
}

/** `risks.yaml`. */
export interface RisksInput {
  readonly appetite: AppetiteInput | null
  readonly risks: readonly RiskEstimateInput[]
  readonly treatments: readonly TreatmentInput[]
}

/** `evidence_types` of the requirements pack. */
export type EvidenceType =
  | 'document'
  | 'record'
  | 'config'
  | 'log'
  | 'test'
  | 'interview'
  | 'observation'

export interface EvidenceInput extends Placed {
  /** Path inside the folder; null for evidence that is only described. */
  readonly file: string | null
  readonly type: EvidenceType | null
  readonly description: string | null
  /** Date of the evidence itself, apart from when it was received. */
  readonly dated: string | null
  readonly received: string | null
  /** Last valid day; without it the pack's term for the type runs from `dated`. */
  readonly valid_until: string | null
  readonly owner: string | null
}

export interface AnswerInput extends Placed {
  /** `A1` … `J8`. */
  readonly requirement: string
  /** Null only beside `not_applicable`. */
  readonly level: Maturity | null
  readonly evidence_level: EvidenceLevel | null
  readonly evidence: readonly EvidenceInput[]
  readonly owner: string | null
  readonly note: string | null
  /** The reason; a reason is required. */
  readonly not_applicable: string | null
}

export interface RestoreTestInput extends Placed {
  /** What is restored, in words. */
  readonly system: string
  /** Process id. */
  readonly process: string | null
  /** Device name or address. */
  readonly asset: string | null
  /** Last day on which it was to be done. */
  readonly planned: string | null
  /** Day on which it was done; null is not done. */
  readonly dated: string | null
  readonly result: 'passed' | 'partly' | 'failed' | null
  readonly restored_in_hours: number | null
  readonly owner: string | null
  readonly file: string | null
}

/** `answers.yaml`. */
export interface AnswersInput {
  readonly answers: readonly AnswerInput[]
  readonly restore_tests: readonly RestoreTestInput[]
}

/** One row of `assets.csv` or `assets.xlsx`: what the register holds to be true. */
export interface AssetRow extends Placed {
  readonly name: string
  readonly type: string | null
  readonly vendor: string | null
  readonly model: string | null
  readonly order_number: string | null
  readonly serial: string | null
  readonly firmware: string | null
  readonly operating_system: string | null
  /** Lower case with colons; several in one cell are separated by blanks, commas or semicolons. */
  readonly macs: readonly string[]
  readonly ips: readonly string[]
  readonly vlan: number | null
  /** Zone id. */
  readonly zone: string | null
  readonly site: string | null
  readonly location: string | null
  readonly owner: string | null
  /** Process id. */
  readonly process: string | null
  readonly crown_jewel: boolean | null
  readonly support_until: string | null
  readonly last_backup: string | null
  /** `network`, or why no tap will ever show it: `serial`, `none`. */
  readonly connection: 'network' | 'serial' | 'none' | null
  readonly note: string | null
}

/** One row of `suppliers.csv` or `suppliers.xlsx`. */
export interface SupplierRow extends Placed {
  readonly id: string
  readonly name: string
  readonly service: string | null
  readonly is_critical: boolean | null
  readonly has_remote_access: boolean | null
  /** Hours within which the contract obliges to report an incident; null: no such clause known. */
  readonly notice_hours: number | null
  readonly has_security_clauses: boolean | null
  readonly has_exit_plan: boolean | null
  readonly certificate: string | null
  readonly certificate_valid_until: string | null
  readonly last_review: string | null
  readonly delivers_sbom: boolean | null
  readonly contact: string | null
  readonly note: string | null
}

/** One row of `people.csv`. */
export interface PersonRow extends Placed {
  readonly id: string
  readonly name: string
  readonly role: PersonRole
  /** The word on the door. */
  readonly title: string | null
  /** Only for directors in a one-tier board: false is non-executive (Cbw art. 24(8)). */
  readonly is_executive: boolean | null
  readonly appointed_on: string | null
  readonly left_on: string | null
  readonly certificate_file: string | null
  readonly certificate_dated: string | null
  readonly certificate_provider: string | null
  readonly certificate_language: string | null
  /** `risk_kinds`, `risk_process`, `assessment`, `controls`: separated by `,` or `;` in one cell. */
  readonly certificate_topics: readonly string[]
}

/** A file of the folder as it was read. */
export interface InputFile {
  readonly path: string
  /** Lower-case hex. */
  readonly sha256: string
  readonly bytes: number
  readonly kind:
    | 'organisation'
    | 'zones'
    | 'processes'
    | 'risks'
    | 'answers'
    | 'assets'
    | 'suppliers'
    | 'people'
    | 'capture'
    | 'evidence'
    | 'other'
}

/** A row or entry that could not be used. The rest still is. */
export interface Rejection {
  readonly path: string
  readonly line: number | null
  readonly column: number | null
  readonly expected: string
  readonly found: string
}

/** The whole folder. Null is a file that is not there: not measured, never zero. */
export interface FactoryInputs {
  readonly organisation: OrganisationInput
  readonly zones: ZonesInput | null
  readonly processes: ProcessesInput | null
  readonly risks: RisksInput | null
  readonly answers: AnswersInput | null
  readonly assets: readonly AssetRow[] | null
  readonly suppliers: readonly SupplierRow[] | null
  readonly people: readonly PersonRow[] | null
  readonly files: readonly InputFile[]
  readonly rejected: readonly Rejection[]
}

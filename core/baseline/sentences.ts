// SPDX-License-Identifier: EUPL-1.2

/*
 * Every sentence a baseline can hold, by code, with what fills it in. The words in Dutch and
 * English are the report's: its catalogue is a record over `SentenceCode`, so that a missing one
 * does not compile. Facts are what was read or computed, never prose, except where a fact quotes
 * the company's own words (`text`). Several names in one fact are joined by `, `.
 *
 * Recurring facts: `zone` is a zone's name; `service` is `tcp/102` or a protocol name; `at` and
 * dates are ISO; `role` is a `Role` of capture or a `PersonRole`; a null is "not known".
 */

/** What was claimed. */
interface Claims {
  /** The register lists so many devices and should list all. */
  'claim.register': { rows: number; path: string }
  /** These rows of the register should be on the network. */
  'claim.registered': { count: number; zone: string | null }
  /** The register says that an attribute has this value. */
  'claim.attribute': { name: string; attribute: Attribute; value: string }
  /** No conduit allows traffic from this zone to that one. */
  'claim.no_conduit': { from: string; to: string }
  /** A conduit does exist, for these services only. */
  'claim.conduit_services': { from: string; to: string; services: string }
  /** Factory zones have no way to the internet. */
  'claim.ot_offline': { zone: string }
  /** A grant or conduit allows it only on these days and hours; `days` as `mon, tue`. */
  'claim.window': { grant: string; supplier: string | null; days: string; from: string; to: string }
  /** A grant that has ended. */
  'claim.grant_ended': { grant: string; supplier: string | null; valid_until: string }
  /** So many grants for remote access are registered (may be 0). */
  'claim.grants': { count: number; path: string }
  /** Passwords and management traffic are not readable on the network. */
  'claim.management_protected': Record<string, never>
  /** The answer to a requirement, as given. */
  'claim.answer': { requirement: string; level: number; evidence_level: string | null }
  /** The requirement itself, where nobody answered it. */
  'claim.requirement': { requirement: string }
  /** The requirement was said not to apply; `text` is the given reason. */
  'claim.not_applicable': { requirement: string; text: string }
  /** A restore was to be tested by this day. */
  'claim.restore_planned': { system: string; planned: string | null }
  /** A process may be away for so many hours at most. */
  'claim.recovery_target': { system: string; process: string; hours: number }
}

/** What was seen against it. */
interface Sightings {
  'seen.unregistered': { count: number; zone: string | null; examples: string }
  'seen.not_seen': { count: number; zone: string | null; examples: string }
  'seen.attribute': { name: string; attribute: Attribute; value: string; protocol: string | null }
  /** Someone in the one zone opened a conversation with a controller or device in the other. */
  'seen.conversation': {
    from: string
    to: string
    source: string
    target: string
    services: string
    conversations: number
    pairs: number
  }
  'seen.internet_from_ot': {
    zone: string
    devices: number
    source: string
    destination: string
    services: string
  }
  'seen.internet_to_ot': { zone: string; source: string; target: string; services: string }
  /** `at` is local time with offset, `weekday` as `sat`. */
  'seen.access_outside_window': {
    source: string
    target: string
    service: string
    at: string
    weekday: string
    times: number
  }
  'seen.remote_access': {
    tool: string
    source: string
    target: string | null
    zone: string | null
    at: string | null
  }
  'seen.cleartext': {
    protocol: string
    source: string | null
    target: string | null
    logins: number
    devices: number
  }
  'seen.default_credentials': { protocol: string; target: string | null; devices: number }
  'seen.smb1': { source: string | null; target: string | null; devices: number }
  'seen.old_tls': { target: string | null; devices: number }
  /** `valid_until` of the certificate; `days` left, negative when it has ended. */
  'seen.certificate_expiry': {
    target: string | null
    valid_until: string | null
    days: number | null
    devices: number
  }
  'seen.controller_changed': { operation: string; source: string | null; target: string | null }
  'seen.spoofing': { address: string | null; device: string | null }
  'seen.support_ended': { count: number; examples: string }
  'seen.no_backup': { count: number; examples: string }
  'seen.no_mfa': { count: number; examples: string }
  'seen.not_recorded': { count: number; examples: string }
  'seen.no_notice_clause': { count: number; of: number; examples: string }
  'seen.no_exit_plan': { count: number; of: number; examples: string }
  'seen.not_reviewed': { count: number; of: number; examples: string }
  'seen.no_certificate': { count: number; of: number; examples: string }
  'seen.no_recovery_target': { count: number; of: number; examples: string }
  'seen.no_crown_jewels': { processes: number }
  'seen.restore_missed': { system: string; days_late: number; last: string | null }
  'seen.restore_failed': { system: string; dated: string; result: string }
  'seen.restore_slow': { system: string; dated: string; hours: number; target_hours: number }
  'seen.undocumented_flows': { count: number; examples: string }
}

/**
 * Risks: `risk.*` is one plain sentence of event and consequence, `cause.*` why it can happen here.
 * `processes` are names; empty when no process is known to depend on it.
 */
interface Risks {
  'risk.flat_network': { processes: string }
  'risk.remote_access': { processes: string }
  'risk.internet_exposure': { processes: string }
  'risk.no_recovery': { processes: string }
  'risk.unknown_devices': { processes: string; count: number }
  'risk.readable_passwords': { processes: string }
  'risk.controller_changes': { processes: string }
  'risk.outdated_systems': { processes: string }
  'risk.supplier_failure': { processes: string; suppliers: string }
  /** `days` left, negative when it has ended. */
  'risk.certificate_ends': { processes: string; target: string | null; days: number | null }
  'risk.address_conflict': { processes: string }
  'risk.late_reporting': { processes: string }
  'cause.flat_network': { from: string; to: string; pairs: number }
  'cause.remote_access': { tools: string; findings: number }
  'cause.internet_exposure': { devices: number; zone: string }
  'cause.no_recovery': { systems: string; findings: number }
  'cause.unknown_devices': { count: number; of: number }
  'cause.readable_passwords': { protocols: string; devices: number }
  'cause.controller_changes': { operations: string; sources: string }
  'cause.outdated_systems': { findings: number; examples: string }
  'cause.supplier_failure': { suppliers: string; count: number }
  'cause.certificate_ends': {
    target: string | null
    valid_until: string | null
    days: number | null
  }
  'cause.address_conflict': { devices: string }
  'cause.late_reporting': { requirements: string }
  'consequence.stop': { processes: string; low_hours: number; high_hours: number }
  /** Processes are known, their outage is not. */
  'consequence.stop_unknown': { processes: string }
  /** `text`: the process owner's words. */
  'consequence.safety': { process: string; text: string }
  'consequence.reputation': { process: string; text: string }
}

/** Why a likelihood or an impact has its height. */
interface Reasons {
  /** Likelihood. */
  'reason.seen_on_network': { findings: number }
  'reason.stated_by_company': { findings: number }
  'reason.common_attack': Record<string, never>
  'reason.also_internet': Record<string, never>
  'reason.also_remote_access': Record<string, never>
  'reason.also_outdated': Record<string, never>
  'reason.many': { count: number }
  'reason.few': { count: number }
  /** Negative: has ended so many days ago. */
  'reason.ends_soon': { days: number }
  'reason.measure_weak': { measure: string; level: number }
  /** Impact. `share_pct` of yearly turnover. */
  'reason.loss_share': { high_eur: number; share_pct: number }
  'reason.beyond_max_outage': { process: string; max_outage_hours: number; high_hours: number }
  'reason.crown_jewel': { processes: string }
  'reason.safety': { process: string }
  /** No process is known to depend on it: the scenario's own height, to be judged by a person. */
  'reason.no_process_known': Record<string, never>
  'reason.no_cost_known': { processes: string }
}

/** Titles of actions, verb first. */
interface Actions {
  'action.confirm_scope': { entity_class: string }
  'action.name_owners': Record<string, never>
  'action.register_entity': { article: string | null }
  'action.set_level': Record<string, never>
  /** `parts`: names of input files that were missing, `zones, people`. */
  'action.measure_missing': { parts: string }
  'action.register_devices': { count: number; zones: string }
  'action.find_devices': { count: number }
  'action.correct_register': { count: number }
  'action.separate_zones': { from: string; to: string; pairs: number }
  'action.close_internet': { zone: string; devices: number }
  'action.close_remote_access': { tools: string; count: number }
  'action.enforce_window': { grants: string }
  'action.mfa_remote_access': { grants: string; count: number }
  'action.protect_logins': { protocols: string; devices: number }
  'action.change_passwords': { devices: number }
  'action.switch_off_old_protocols': { protocols: string; devices: number }
  'action.renew_certificate': {
    target: string | null
    valid_until: string | null
    days: number | null
    /** Others that end soon or have ended. */
    others: number
  }
  'action.review_controller_changes': { operations: string; count: number }
  'action.clear_address_conflict': { devices: string }
  'action.do_restore_test': { systems: string; count: number }
  'action.make_backups': { examples: string; count: number }
  'action.replace_unsupported': { examples: string; count: number }
  'action.document_flows': { count: number }
  'action.set_recovery_targets': { processes: string; count: number }
  'action.name_crown_jewels': Record<string, never>
  'action.improve_tap': { advice: string }
  'action.renew_evidence': { count: number; requirements: string }
  'action.approve_policy': Record<string, never>
  'action.supplier_clauses': { suppliers: string; count: number }
  'action.supplier_exit': { suppliers: string; count: number }
  'action.supplier_review': { suppliers: string; count: number }
  'action.train_directors': { people: string; count: number; first_due: string | null }
  'action.train_staff': Record<string, never>
  'action.incident_procedure': Record<string, never>
  /** Raise one requirement from a level to the next. */
  'action.raise_requirement': { requirement: string; from: number | null; to: number }
  'action.tabletop': { scenario: string }
  'action.decide_risks': { count: number }
  'action.board_review': Record<string, never>
  'action.repeat_baseline': Record<string, never>
  'action.quarterly_report': Record<string, never>
}

/** Decisions asked of the board today. `if_yes` and `if_no` say what follows. */
interface Decisions {
  'decision.approve_measures': { article: string | null; below: number; measured: number }
  'decision.approve_measures.yes': Record<string, never>
  'decision.approve_measures.no': { article: string | null }
  'decision.set_level': { suggested: number }
  'decision.set_level.yes': Record<string, never>
  'decision.set_level.no': Record<string, never>
  'decision.treat_risk': { scenario: string; likelihood: number; impact: number }
  'decision.treat_risk.yes': { actions: number }
  'decision.treat_risk.no': Record<string, never>
  'decision.close_remote_access': { tools: string; count: number }
  'decision.close_remote_access.yes': { suppliers: string }
  'decision.close_remote_access.no': Record<string, never>
  'decision.approve_roadmap': { actions: number; until: string }
  'decision.approve_roadmap.yes': Record<string, never>
  'decision.approve_roadmap.no': Record<string, never>
  /** The company's own words, from `organisation.yaml`. */
  'text.own': { text: string }
}

export type Attribute = 'vendor' | 'model' | 'order_number' | 'firmware' | 'serial' | 'mac' | 'ip'

export interface SentenceFacts extends Claims, Sightings, Risks, Reasons, Actions, Decisions {}

export type SentenceCode = keyof SentenceFacts

/** A text in words is made by the report: a code with what fills it in. */
export type Sentence = {
  readonly [Code in SentenceCode]: {
    readonly code: Code
    readonly facts: Readonly<SentenceFacts[Code]>
  }
}[SentenceCode]

export function sentence<Code extends SentenceCode>(
  code: Code,
  facts: Readonly<SentenceFacts[Code]>,
): { readonly code: Code; readonly facts: Readonly<SentenceFacts[Code]> } {
  return { code, facts }
}

// SPDX-License-Identifier: EUPL-1.2
import type { ActionWords } from './sentence-words.ts'

/** What is to be done, verb first, and what the board is asked to decide. */
export const actionsEn: ActionWords = {
  'action.confirm_scope': ({ entity_class }, say) =>
    `Record that the act applies to you as: ${say.word(entity_class, 'entityClass')}`,
  'action.name_owners': () => 'Name a responsible director and owners',
  'action.register_entity': () => 'Register the company with the authority',
  'action.set_level': () => 'Set the level you want for each measure',
  'action.measure_missing': ({ parts }, say) =>
    `Add what has not been measured: ${say.each(parts, 'part')}`,
  'action.register_devices': ({ count, zones }, say) =>
    `Add ${say.count(count, 'device', 'devices')} to the register${zones === '' ? '' : ` (${say.some(zones)})`}`,
  'action.find_devices': ({ count }, say) =>
    `Find ${say.count(count, 'device that is registered but was', 'devices that are registered but were')} not seen`,
  'action.correct_register': ({ count }, say) =>
    `Correct ${say.count(count, 'difference', 'differences')} in the register`,
  'action.separate_zones': ({ from, to }) => `Separate ${from} from ${to}`,
  'action.close_internet': ({ zone }, say) => `Close the internet traffic of ${say.names(zone)}`,
  'action.close_remote_access': ({ tools }, say) =>
    `Close remote access without a grant: ${say.each(tools, 'tool')}`,
  'action.enforce_window': ({ grants }, say) =>
    `Enforce the agreed access hours: ${say.some(grants)}`,
  'action.mfa_remote_access': ({ count }, say) =>
    `Put a second factor on ${say.count(count, 'remote access', 'remote accesses')}`,
  'action.protect_logins': ({ protocols, devices }, say) =>
    `Shield readable sign-ins (${say.each(protocols, 'protocol')}, ${say.count(devices, 'device', 'devices')})`,
  'action.change_passwords': ({ devices }, say) =>
    `Replace default passwords on ${say.count(devices, 'device', 'devices')}`,
  'action.switch_off_old_protocols': ({ protocols, devices }, say) =>
    `Switch off ${say.each(protocols, 'protocol')} on ${say.count(devices, 'device', 'devices')}`,
  'action.renew_certificate': ({ target, valid_until, days, others }, say) =>
    `Renew the certificate of ${target ?? 'a device'}${
      valid_until === null
        ? ''
        : ` (${days !== null && days < 0 ? 'expired' : 'expires'} ${say.shortDate(valid_until)})`
    }${others > 0 ? ` and ${say.count(others, 'other', 'others')}` : ''}`,
  'action.review_controller_changes': ({ operations }, say) =>
    `Find out who did this and why: ${say.each(operations, 'detection')}`,
  'action.clear_address_conflict': ({ devices }, say) =>
    `Clear the duplicate address${devices === '' ? '' : ` of ${say.some(devices)}`}`,
  'action.do_restore_test': ({ systems }, say) => `Test a restore of ${say.some(systems)}`,
  'action.make_backups': ({ count }, say) =>
    `Back up ${say.count(count, 'device', 'devices')} without a known backup`,
  'action.replace_unsupported': ({ count }, say) =>
    `Replace or isolate ${say.count(count, 'device', 'devices')} without support`,
  'action.document_flows': ({ count }, say) =>
    `Document ${say.count(count, 'flow', 'flows')} between zones, or close them`,
  'action.set_recovery_targets': ({ count }, say) =>
    `Set the recovery target of ${say.count(count, 'process', 'processes')}`,
  'action.name_crown_jewels': () => 'Name the crown jewels of the factory',
  'action.improve_tap': ({ advice }, say) => {
    const steps = say.each(advice, 'adviceStep')
    return `Complete the measurement: ${steps === '' ? 'another capture' : steps}`
  },
  'action.renew_evidence': ({ count, requirements }, say) =>
    count > 2 || requirements === ''
      ? `Renew expired evidence of ${say.count(count, 'requirement', 'requirements')}`
      : `Renew the evidence of ${say.list(requirements.split(', ').map(say.requirement.phrase))}`,
  'action.approve_policy': () => 'Approve the security policy',
  'action.supplier_clauses': ({ suppliers }, say) =>
    `Put reporting and security into the contract with ${say.some(suppliers)}`,
  'action.supplier_exit': ({ suppliers }, say) =>
    `Make a plan for when ${say.some(suppliers)} ${suppliers.includes(', ') ? 'fail' : 'fails'}`,
  'action.supplier_review': ({ suppliers }, say) => `Review ${say.some(suppliers)}`,
  'action.train_directors': ({ people, first_due }, say) =>
    `Take the directors' training: ${say.names(people)}${first_due === null ? '' : ` (first by ${say.shortDate(first_due)})`}`,
  'action.train_staff': () => 'Train operators and staff',
  'action.incident_procedure': () => 'Adopt the reporting procedure: 24 hours, 72 hours, one month',
  'action.raise_requirement': ({ requirement, from, to }, say) =>
    `Bring ${say.requirement.phrase(requirement)} ${from === null ? `to level ${to}` : `from level ${from} to ${to}`}`,
  'action.tabletop': ({ scenario }, say) =>
    `Exercise at the table: ${say.word(scenario, 'scenario')}`,
  'action.decide_risks': ({ count }, say) =>
    `Decide for each risk: treat or accept (${say.number(count)})`,
  'action.board_review': () => 'Discuss progress in the board',
  'action.repeat_baseline': () => 'Repeat the baseline',
  'action.quarterly_report': () => 'Report to the board every quarter',

  'decision.approve_measures': ({ below, measured }, say) =>
    `Approve the measures. ${say.of(below, measured)} measured sections ${say.plural(below, 'is', 'are')} below the level wanted.`,
  'decision.approve_measures.yes': () => 'Work starts along the roadmap; the board oversees it.',
  'decision.approve_measures.no': () =>
    'The law asks for your approval; record what has to change and when you decide again.',
  'decision.set_level': ({ suggested }) =>
    `Set the level you want. Level ${suggested} is a sensible lower bound.`,
  'decision.set_level.yes': () => 'Every section gets a line you can measure it by.',
  'decision.set_level.no': () => 'What is enough for you then stays unclear.',
  'decision.treat_risk': ({ scenario, likelihood, impact }, say) =>
    `Treat or accept this risk: ${say.word(scenario, 'scenario')} (likelihood ${likelihood}, impact ${impact} of 5).`,
  'decision.treat_risk.yes': ({ actions }, say) =>
    `${say.count(actions, 'action', 'actions')} of the roadmap ${say.plural(actions, 'starts', 'start')}.`,
  'decision.treat_risk.no': () => 'You accept the risk; record the reason and an end date.',
  'decision.close_remote_access': ({ tools }, say) =>
    `Close remote access without a grant: ${say.each(tools, 'tool')}.`,
  'decision.close_remote_access.yes': ({ suppliers }, say) =>
    suppliers === ''
      ? 'Remote maintenance then runs only through an arranged access.'
      : `${say.some(suppliers)} then ${suppliers.includes(', ') ? 'come' : 'comes'} in only through an arranged access.`,
  'decision.close_remote_access.no': () =>
    'The way in stays open; record who accepts that and until when.',
  'decision.approve_roadmap': ({ actions, until }, say) =>
    `Approve the roadmap: ${say.count(actions, 'action', 'actions')} until ${say.date(until)}.`,
  'decision.approve_roadmap.yes': () =>
    'Owners and dates are fixed; you see the state every quarter.',
  'decision.approve_roadmap.no': () => 'Actions stay without a mandate and without a date.',
  'text.own': ({ text }) => text,
}

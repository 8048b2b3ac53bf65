// SPDX-License-Identifier: EUPL-1.2
import { few, type RiskWords, type Tongue } from './sentence-words.ts'

/** What could happen, why it can happen here, and what it would cost. */
export const risksEn: RiskWords = {
  'risk.flat_network': ({ processes }, say) =>
    `An intruder in the office walks on into the factory${stops(processes, say)}.`,
  'risk.remote_access': ({ processes }, say) =>
    `Somebody misuses the remote access of a supplier${stops(processes, say)}.`,
  'risk.internet_exposure': ({ processes }, say) =>
    `An attacker reaches the factory straight from the internet${stops(processes, say)}.`,
  'risk.no_recovery': ({ processes }, say) =>
    `After a fault or an attack, recovery fails or comes too late${stops(processes, say)}.`,
  'risk.unknown_devices': ({ processes, count }, say) =>
    `One of the ${say.number(count)} devices nobody looks after becomes the way in${stops(processes, say)}.`,
  'risk.readable_passwords': ({ processes }, say) =>
    `Somebody reads a password off the network and signs in${stops(processes, say)}.`,
  'risk.controller_changes': ({ processes }, say) =>
    `Somebody changes or stops a controller without your seeing it${stops(processes, say)}.`,
  'risk.outdated_systems': ({ processes }, say) =>
    `A known weakness in an outdated system is used against you${stops(processes, say)}.`,
  'risk.supplier_failure': ({ processes, suppliers }, say) =>
    `${oneOf(suppliers)} fails or is broken into, and you hear of it too late${stops(processes, say)}.`,
  'risk.certificate_ends': ({ processes, target, days }, say) =>
    days !== null && days < 0
      ? `The certificate of ${target ?? 'a device'} has expired; connections can drop, or are trusted unchecked${stops(processes, say)}.`
      : `The certificate of ${target ?? 'a device'} expires and connections drop${stops(processes, say)}.`,
  'risk.address_conflict': ({ processes }, say) =>
    `Two devices use the same address and disturb each other${stops(processes, say)}.`,
  'risk.late_reporting': () =>
    'You discover or report an incident too late, and both the damage and the questions grow.',

  'cause.flat_network': ({ from, to, pairs }, say) =>
    `${say.count(pairs, 'pair', 'pairs')} of devices in ${from} and ${to} ${say.plural(pairs, 'talks', 'talk')} though it is not allowed.`,
  'cause.remote_access': ({ tools, findings }, say) =>
    tools === ''
      ? `Remote access falls outside what was agreed (${say.count(findings, 'finding', 'findings')}).`
      : `${say.each(tools, 'tool')} ${isOne(tools) ? 'is' : 'are'} in use without a grant.`,
  'cause.internet_exposure': ({ devices, zone }, say) =>
    `${say.count(devices, 'device', 'devices')} in ${say.names(zone)} ${say.plural(devices, 'has', 'have')} traffic with the internet.`,
  'cause.no_recovery': ({ systems, findings }, say) =>
    `${systems === '' ? 'Recovery' : `Recovery of ${say.some(systems)}`} is not proven by a successful test in time (${say.count(findings, 'finding', 'findings')}).`,
  'cause.unknown_devices': ({ count, of }, say) =>
    `${say.of(count, of)} devices ${say.plural(count, 'is', 'are')} not in the register.`,
  'cause.readable_passwords': ({ protocols, devices }, say) =>
    `At ${say.count(devices, 'device', 'devices')} passwords cross the network readable (${say.each(protocols, 'protocol')}).`,
  'cause.controller_changes': ({ operations, sources }, say) =>
    `Seen: ${say.each(operations, 'detection')}${sources === '' ? '' : `, from ${say.some(sources)}`}.`,
  'cause.outdated_systems': ({ findings, examples }, say) =>
    `${say.count(findings, 'outdated system or protocol', 'outdated systems and protocols')}${examples === '' ? '' : `, at ${say.names(examples)}`}.`,
  'cause.supplier_failure': ({ count, suppliers }, say) =>
    `This is not arranged with ${say.count(count, 'critical supplier', 'critical suppliers')}${suppliers === '' ? '' : `: ${say.some(suppliers)}`}.`,
  'cause.certificate_ends': ({ target, valid_until, days }, say) =>
    valid_until === null
      ? 'A certificate has expired or expires soon.'
      : `The certificate of ${target ?? 'a device'} ${days !== null && days < 0 ? 'expired' : 'expires'} on ${say.date(valid_until)}.`,
  'cause.address_conflict': ({ devices }, say) =>
    `Seen at ${devices === '' ? 'unknown devices' : say.some(devices)}.`,
  'cause.late_reporting': ({ requirements }, say) =>
    `Low or not measured: ${requirements === '' ? 'the requirements on reporting' : say.list(requirements.split(', ').map(say.requirement.phrase))}.`,

  'consequence.stop': ({ processes, low_hours, high_hours }, say) =>
    `${say.some(processes)} ${isOne(processes) ? 'stops' : 'stop'} for ${say.hours(low_hours, high_hours)}.`,
  'consequence.stop_unknown': ({ processes }, say) =>
    `${say.some(processes)} ${isOne(processes) ? 'stops' : 'stop'}; for how long is not known.`,
  'consequence.safety': ({ process, text }) => `Safety (${process}): ${text}`,
  'consequence.reputation': ({ process, text }) => `Customers (${process}): ${text}`,

  'reason.seen_on_network': ({ findings }, say) =>
    `seen on your network (${say.count(findings, 'finding', 'findings')})`,
  'reason.stated_by_company': ({ findings }, say) =>
    `follows from your own data (${say.count(findings, 'finding', 'findings')})`,
  'reason.common_attack': () => 'attackers often use this',
  'reason.also_internet': () => 'there is traffic with the internet as well',
  'reason.also_remote_access': () => 'there is remote access as well',
  'reason.also_outdated': () => 'there are outdated systems as well',
  'reason.many': ({ count }, say) => `it occurs often (${say.number(count)} times)`,
  'reason.few': ({ count }, say) => `it occurs rarely (${say.count(count, 'time', 'times')})`,
  'reason.ends_soon': ({ days }, say) =>
    days < 0
      ? `ended ${say.count(-days, 'day', 'days')} ago`
      : `ends in ${say.count(days, 'day', 'days')}`,
  'reason.measure_weak': ({ measure, level }, say) =>
    `${say.word(measure, 'measure')} is at level ${say.fixed(level, 1)}`,
  'reason.loss_share': ({ high_eur, share_pct }, say) =>
    `up to ${say.euroRange({ low_eur: high_eur, high_eur })}, ${say.number(share_pct, 1)}% of yearly turnover`,
  'reason.beyond_max_outage': ({ process, max_outage_hours, high_hours }, say) =>
    `${process} may be down for ${say.hours(max_outage_hours, max_outage_hours)}, this can take ${say.hours(high_hours, high_hours)}`,
  'reason.crown_jewel': ({ processes }, say) => `touches a crown jewel: ${say.some(processes)}`,
  'reason.safety': ({ process }) => `touches the safety of ${process}`,
  'reason.no_process_known': () =>
    'not known which process depends on it; have somebody judge this',
  'reason.no_cost_known': ({ processes }, say) =>
    `what an outage of ${say.some(processes)} costs is not known`,
}

function stops(processes: string, say: Tongue): string {
  const { first, others } = few(processes)
  if (first.length === 0) return ''
  if (others === 0) return `; ${say.list(first)} ${first.length === 1 ? 'stops' : 'stop'}`
  return `; ${say.list([...first, `${others} other processes`])} stop`
}

function oneOf(suppliers: string): string {
  const { first, others } = few(suppliers)
  const [one, two] = first
  if (one === undefined) return 'A supplier'
  if (others > 0) return `${one} or one of ${others + first.length - 1} other suppliers`
  return two === undefined ? one : `${one} or ${two}`
}

function isOne(list: string): boolean {
  return !list.includes(', ')
}

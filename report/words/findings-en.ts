// SPDX-License-Identifier: EUPL-1.2
import type { FindingWords, Tongue } from './sentence-words.ts'

/** What was claimed, and what was seen against it. */
export const findingsEn: FindingWords = {
  'claim.register': ({ rows, path }, say) =>
    `The register (${path}) lists ${say.count(rows, 'device', 'devices')} and should be complete.`,
  'claim.registered': ({ count, zone }, say) =>
    `The register says that ${say.count(count, 'device is', 'devices are')} on the network${inZone(zone)}.`,
  'claim.attribute': ({ name, attribute, value }, say) =>
    `The register gives ${name} the ${say.word(attribute, 'attribute')} ${value}.`,
  'claim.no_conduit': ({ from, to }) => `No traffic is allowed from ${from} to ${to}.`,
  'claim.conduit_services': ({ from, to, services }, say) =>
    `From ${from} to ${to} only ${say.each(services, 'protocol')} is allowed.`,
  'claim.ot_offline': ({ zone }) => `${zone} has no connection to the internet.`,
  'claim.window': ({ grant, supplier, days, from, to }, say) =>
    `${supplier ?? grant} may enter only on ${say.each(days, 'weekday')} between ${from} and ${to}.`,
  'claim.grant_ended': ({ grant, supplier, valid_until }, say) =>
    `The grant for ${supplier ?? grant} ended on ${say.date(valid_until)}.`,
  'claim.grants': ({ count, path }, say) =>
    count === 0
      ? `No grant for remote access is registered (${path}).`
      : `${say.count(count, 'grant', 'grants')} for remote access ${say.plural(count, 'is', 'are')} registered (${path}).`,
  'claim.management_protected': () =>
    'Passwords and management traffic cannot be read by others on the network.',
  'claim.answer': ({ requirement, level, evidence_level }, say) =>
    `${say.requirement.label(requirement)}: answered with level ${level}${evidence_level === null ? '' : `, ${say.word(evidence_level, 'evidence')}`}.`,
  'claim.requirement': ({ requirement }, say) =>
    `${say.requirement.label(requirement)}: not answered yet.`,
  'claim.not_applicable': ({ requirement, text }, say) =>
    `${say.requirement.label(requirement)}: said not to apply, “${text}”.`,
  'claim.restore_planned': ({ system, planned }, say) =>
    planned === null
      ? `A restore of ${system} was to be tested.`
      : `A restore of ${system} was to be tested by ${say.date(planned)}.`,
  'claim.recovery_target': ({ system, process, hours }, say) =>
    `${process} may be down for ${say.hours(hours, hours)} at most; ${system} should be back by then.`,

  'seen.unregistered': ({ count, zone, examples }, say) =>
    `${say.count(count, 'device', 'devices')}${inZone(zone)} ${say.plural(count, 'is', 'are')} not in the register${likeThese(examples, say, count)}.`,
  'seen.not_seen': ({ count, zone, examples }, say) =>
    `${say.count(count, 'device', 'devices')}${inZone(zone)} ${say.plural(count, 'was', 'were')} not seen on the network${likeThese(examples, say, count)}.`,
  'seen.attribute': ({ name, attribute, value, protocol }, say) =>
    `${name} itself reports ${say.word(attribute, 'attribute')} ${value}${protocol === null ? '' : ` (${say.word(protocol, 'protocol')})`}.`,
  'seen.conversation': ({ source, target, services, pairs }, say) =>
    `${source} spoke with ${target} over ${say.each(services, 'protocol')}${pairs > 1 ? `; ${say.number(pairs)} pairs of devices in all` : ''}.`,
  'seen.internet_from_ot': ({ zone, devices, source, destination, services }, say) =>
    `${source} in ${zone} connected to ${destination} on the internet (${say.each(services, 'protocol')})${devices > 1 ? `; ${say.number(devices)} devices in all` : ''}.`,
  'seen.internet_to_ot': ({ zone, source, target, services }, say) =>
    `${source} on the internet connected to ${target} in ${zone} (${say.each(services, 'protocol')}).`,
  'seen.access_outside_window': ({ source, target, service, at, weekday, times }, say) =>
    `${source} reached ${target} over ${say.word(service, 'protocol')} on ${say.word(weekday, 'weekday')} ${say.date(at)} at ${clock(at)}${times > 1 ? `; ${say.number(times)} times in all` : ''}.`,
  'seen.remote_access': ({ tool, source, target, zone, at }, say) =>
    `${source} used ${say.word(tool, 'tool')}${target === null ? '' : ` to reach ${target}`}${inZone(zone)}${at === null ? '' : ` on ${say.date(at)}`}.`,
  'seen.cleartext': ({ protocol, source, target, logins, devices }, say) =>
    `${say.count(logins, 'sign-in', 'sign-ins')} crossed the network readable over ${say.each(protocol, 'protocol')}${between(source, target)}${many(devices, say)}.`,
  'seen.default_credentials': ({ protocol, target, devices }, say) =>
    `${target ?? 'A device'} accepts a default password over ${say.each(protocol, 'protocol')}${many(devices, say)}.`,
  'seen.smb1': ({ source, target, devices }, say) =>
    `SMB 1, an outdated way to share files, is in use${between(source, target)}${many(devices, say)}.`,
  'seen.old_tls': ({ target, devices }, say) =>
    `${target ?? 'A device'} uses outdated encryption (TLS 1.1 or older)${many(devices, say)}.`,
  'seen.certificate_expiry': ({ target, valid_until, days, devices }, say) =>
    `The certificate of ${target ?? 'a device'} ${
      valid_until === null
        ? 'is ending'
        : days !== null && days < 0
          ? `expired on ${say.date(valid_until)}`
          : `expires on ${say.date(valid_until)}`
    }${many(devices, say)}.`,
  'seen.controller_changed': ({ operation, source, target }, say) =>
    `Seen: ${say.each(operation, 'detection')}${target === null ? '' : ` at ${target}`}${source === null ? '' : `, from ${source}`}.`,
  'seen.spoofing': ({ address, device }) =>
    `More than one device claims the address ${address ?? '(unknown)'}${device === null ? '' : `, among them ${device}`}.`,
  'seen.support_ended': ({ count, examples }, say) =>
    `The maker no longer supports ${say.count(count, 'device', 'devices')}${likeThese(examples, say, count)}.`,
  'seen.no_backup': ({ count, examples }, say) =>
    `No backup is known of ${say.count(count, 'device', 'devices')}${likeThese(examples, say, count)}.`,
  'seen.no_mfa': ({ count, examples }, say) =>
    `${say.count(count, 'remote access works', 'remote accesses work')} without a second factor${likeThese(examples, say, count)}.`,
  'seen.not_recorded': ({ count, examples }, say) =>
    `${say.count(count, 'remote access is', 'remote accesses are')} not recorded${likeThese(examples, say, count)}.`,
  'seen.no_notice_clause': ({ count, of, examples }, say) =>
    `${say.of(count, of)} critical suppliers ${say.plural(count, 'has', 'have')} no duty to tell you of an incident${likeThese(examples, say, count)}.`,
  'seen.no_exit_plan': ({ count, of, examples }, say) =>
    `For ${say.of(count, of)} critical suppliers there is no plan for when they fail${likeThese(examples, say, count)}.`,
  'seen.not_reviewed': ({ count, of, examples }, say) =>
    `${say.of(count, of)} critical suppliers ${say.plural(count, 'was', 'were')} not reviewed in the last year${likeThese(examples, say, count)}.`,
  'seen.no_certificate': ({ count, of, examples }, say) =>
    `${say.of(count, of)} directors ${say.plural(count, 'has', 'have')} no training certificate yet${likeThese(examples, say, count)}.`,
  'seen.no_recovery_target': ({ count, of, examples }, say) =>
    `${say.of(count, of)} processes ${say.plural(count, 'has', 'have')} no recovery target${likeThese(examples, say, count)}.`,
  'seen.no_crown_jewels': ({ processes }, say) =>
    `Of ${say.count(processes, 'process', 'processes')} none is named a crown jewel.`,
  'seen.restore_missed': ({ system, days_late, last }, say) =>
    `The restore test of ${system} is ${say.count(days_late, 'day', 'days')} late; ${last === null ? 'no earlier test is known' : `the last one was on ${say.date(last)}`}.`,
  'seen.restore_failed': ({ system, dated, result }, say) =>
    `The restore test of ${system} on ${say.date(dated)} ${result === 'partly' ? 'succeeded only in part' : 'failed'}.`,
  'seen.restore_slow': ({ system, dated, hours, target_hours }, say) =>
    `Restoring ${system} took ${say.hours(hours, hours)} on ${say.date(dated)}; the target is ${say.hours(target_hours, target_hours)}.`,
  'seen.undocumented_flows': ({ count, examples }, say) =>
    `${say.count(count, 'flow', 'flows')} between zones ${say.plural(count, 'is', 'are')} not documented${likeThese(examples, say, count)}.`,
}

function inZone(zone: string | null): string {
  return zone === null ? '' : ` in ${zone}`
}

/** All of them after a colon; some of them as examples. */
function likeThese(examples: string, say: Tongue, count?: number): string {
  if (examples === '') return ''
  const isAll = examples.split(', ').length === count
  return `${isAll ? ':' : ', such as'} ${say.names(examples)}`
}

function between(source: string | null, target: string | null): string {
  if (source !== null && target !== null) return ` between ${source} and ${target}`
  return source === null && target === null ? '' : ` at ${source ?? target}`
}

function many(devices: number, say: Tongue): string {
  return devices > 1 ? `; ${say.number(devices)} devices in all` : ''
}

/** `14:05` of a local time with offset. */
function clock(at: string): string {
  return at.slice(11, 16)
}

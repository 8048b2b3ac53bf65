// SPDX-License-Identifier: EUPL-1.2
import type { FindingWords, Tongue } from './sentence-words.ts'

/** What was claimed, and what was seen against it. */
export const findingsNl: FindingWords = {
  'claim.register': ({ rows, path }, say) =>
    `Het register (${path}) noemt ${say.count(rows, 'apparaat', 'apparaten')} en hoort volledig te zijn.`,
  'claim.registered': ({ count, zone }, say) =>
    `Volgens het register ${count === 1 ? 'staat er 1 apparaat' : `staan er ${say.number(count)} apparaten`}${inZone(zone)} op het netwerk.`,
  'claim.attribute': ({ name, attribute, value }, say) =>
    `Volgens het register heeft ${name} ${say.word(attribute, 'attribute')} ${value}.`,
  'claim.no_conduit': ({ from, to }) => `Van ${from} naar ${to} is geen verkeer toegestaan.`,
  'claim.conduit_services': ({ from, to, services }, say) =>
    `Van ${from} naar ${to} is alleen ${say.each(services, 'protocol')} toegestaan.`,
  'claim.ot_offline': ({ zone }) => `${zone} heeft geen verbinding met internet.`,
  'claim.window': ({ grant, supplier, days, from, to }, say) =>
    `${supplier ?? grant} mag alleen op ${say.each(days, 'weekday')} tussen ${from} en ${to} uur naar binnen.`,
  'claim.grant_ended': ({ grant, supplier, valid_until }, say) =>
    `De toestemming voor ${supplier ?? grant} liep tot ${say.date(valid_until)}.`,
  'claim.grants': ({ count, path }, say) =>
    count === 0
      ? `Er is geen toestemming voor toegang op afstand vastgelegd (${path}).`
      : `Er ${say.plural(count, 'is', 'zijn')} ${say.count(count, 'toestemming', 'toestemmingen')} voor toegang op afstand vastgelegd (${path}).`,
  'claim.management_protected': () =>
    'Wachtwoorden en beheer zijn op het netwerk niet leesbaar voor anderen.',
  'claim.answer': ({ requirement, level, evidence_level }, say) =>
    `${say.requirement.label(requirement)}: beantwoord met niveau ${level}${evidence_level === null ? '' : `, ${say.word(evidence_level, 'evidence')}`}.`,
  'claim.requirement': ({ requirement }, say) =>
    `${say.requirement.label(requirement)}: nog niet beantwoord.`,
  'claim.not_applicable': ({ requirement, text }, say) =>
    `${say.requirement.label(requirement)}: zou niet van toepassing zijn, „${text}”.`,
  'claim.restore_planned': ({ system, planned }, say) =>
    planned === null
      ? `Het herstel van ${system} zou worden getest.`
      : `Het herstel van ${system} zou uiterlijk ${say.date(planned)} worden getest.`,
  'claim.recovery_target': ({ system, process, hours }, say) =>
    `${process} mag hooguit ${say.hours(hours, hours)} stilliggen; ${system} hoort dan hersteld te zijn.`,

  'seen.unregistered': ({ count, zone, examples }, say) =>
    `${say.count(count, 'apparaat', 'apparaten')}${inZone(zone)} ${say.plural(count, 'staat', 'staan')} niet in het register${likeThese(examples, say, count)}.`,
  'seen.not_seen': ({ count, zone, examples }, say) =>
    `${say.count(count, 'apparaat', 'apparaten')}${inZone(zone)} ${say.plural(count, 'is', 'zijn')} op het netwerk niet gezien${likeThese(examples, say, count)}.`,
  'seen.attribute': ({ name, attribute, value, protocol }, say) =>
    `${name} meldt zelf ${say.word(attribute, 'attribute')} ${value}${protocol === null ? '' : ` (${say.word(protocol, 'protocol')})`}.`,
  'seen.conversation': ({ source, target, services, pairs }, say) =>
    `${source} sprak met ${target} via ${say.each(services, 'protocol')}${pairs > 1 ? `; het gaat om ${say.number(pairs)} paren apparaten` : ''}.`,
  'seen.internet_from_ot': ({ zone, devices, source, destination, services }, say) =>
    `${source} in ${zone} maakte verbinding met ${destination} op internet (${say.each(services, 'protocol')})${devices > 1 ? `; het gaat om ${say.number(devices)} apparaten` : ''}.`,
  'seen.internet_to_ot': ({ zone, source, target, services }, say) =>
    `${source} op internet maakte verbinding met ${target} in ${zone} (${say.each(services, 'protocol')}).`,
  'seen.access_outside_window': ({ source, target, service, at, weekday, times }, say) =>
    `${source} kwam op ${say.word(weekday, 'weekday')} ${say.date(at)} om ${clock(at)} uur bij ${target} binnen via ${say.word(service, 'protocol')}${times > 1 ? `; in totaal ${say.number(times)} keer` : ''}.`,
  'seen.remote_access': ({ tool, source, target, zone, at }, say) =>
    `${source} gebruikte ${say.word(tool, 'tool')}${target === null ? '' : ` naar ${target}`}${inZone(zone)}${at === null ? '' : ` op ${say.date(at)}`}.`,
  'seen.cleartext': ({ protocol, source, target, logins, devices }, say) =>
    `Over ${say.each(protocol, 'protocol')} ${logins === 1 ? 'ging 1 aanmelding' : `gingen ${say.number(logins)} aanmeldingen`} leesbaar over het netwerk${between(source, target)}${many(devices, say)}.`,
  'seen.default_credentials': ({ protocol, target, devices }, say) =>
    `${target ?? 'Een apparaat'} accepteert een standaardwachtwoord via ${say.each(protocol, 'protocol')}${many(devices, say)}.`,
  'seen.smb1': ({ source, target, devices }, say) =>
    `SMB 1, een verouderde bestandsdeling, is in gebruik${between(source, target)}${many(devices, say)}.`,
  'seen.old_tls': ({ target, devices }, say) =>
    `${target ?? 'Een apparaat'} gebruikt verouderde versleuteling (TLS 1.1 of ouder)${many(devices, say)}.`,
  'seen.certificate_expiry': ({ target, valid_until, days, devices }, say) =>
    `Het certificaat van ${target ?? 'een apparaat'} ${
      valid_until === null
        ? 'verloopt'
        : days !== null && days < 0
          ? `is verlopen op ${say.date(valid_until)}`
          : `verloopt op ${say.date(valid_until)}`
    }${many(devices, say)}.`,
  'seen.controller_changed': ({ operation, source, target }, say) =>
    `Gezien: ${say.each(operation, 'detection')}${target === null ? '' : ` bij ${target}`}${source === null ? '' : `, vanaf ${source}`}.`,
  'seen.spoofing': ({ address, device }) =>
    `Meer dan één apparaat zegt het adres ${address ?? '(onbekend)'} te hebben${device === null ? '' : `, waaronder ${device}`}.`,
  'seen.support_ended': ({ count, examples }, say) =>
    `De fabrikant ondersteunt ${say.count(count, 'apparaat', 'apparaten')} niet meer${likeThese(examples, say, count)}.`,
  'seen.no_backup': ({ count, examples }, say) =>
    `Van ${say.count(count, 'apparaat', 'apparaten')} is geen back-up bekend${likeThese(examples, say, count)}.`,
  'seen.no_mfa': ({ count, examples }, say) =>
    `${say.count(count, 'toegang', 'toegangen')} op afstand ${say.plural(count, 'werkt', 'werken')} zonder tweede factor${likeThese(examples, say, count)}.`,
  'seen.not_recorded': ({ count, examples }, say) =>
    `${say.count(count, 'toegang', 'toegangen')} op afstand ${say.plural(count, 'wordt', 'worden')} niet opgenomen${likeThese(examples, say, count)}.`,
  'seen.no_notice_clause': ({ count, of, examples }, say) =>
    `${say.of(count, of)} kritieke leveranciers ${say.plural(count, 'hoeft', 'hoeven')} u een incident niet te melden${likeThese(examples, say, count)}.`,
  'seen.no_exit_plan': ({ count, of, examples }, say) =>
    `Voor ${say.of(count, of)} kritieke leveranciers is er geen plan bij uitval${likeThese(examples, say, count)}.`,
  'seen.not_reviewed': ({ count, of, examples }, say) =>
    `${say.of(count, of)} kritieke leveranciers ${say.plural(count, 'is', 'zijn')} het laatste jaar niet getoetst${likeThese(examples, say, count)}.`,
  'seen.no_certificate': ({ count, of, examples }, say) =>
    `${say.of(count, of)} bestuurders ${say.plural(count, 'heeft', 'hebben')} nog geen trainingscertificaat${likeThese(examples, say, count)}.`,
  'seen.no_recovery_target': ({ count, of, examples }, say) =>
    `${say.of(count, of)} processen ${say.plural(count, 'heeft', 'hebben')} geen hersteldoel${likeThese(examples, say, count)}.`,
  'seen.no_crown_jewels': ({ processes }, say) =>
    `Van ${say.count(processes, 'proces', 'processen')} is er geen als kroonjuweel benoemd.`,
  'seen.restore_missed': ({ system, days_late, last }, say) =>
    `De hersteltest van ${system} is ${say.count(days_late, 'dag', 'dagen')} te laat; ${last === null ? 'een eerdere test is niet bekend' : `de laatste was op ${say.date(last)}`}.`,
  'seen.restore_failed': ({ system, dated, result }, say) =>
    `De hersteltest van ${system} op ${say.date(dated)} is ${result === 'partly' ? 'maar voor een deel' : 'niet'} geslaagd.`,
  'seen.restore_slow': ({ system, dated, hours, target_hours }, say) =>
    `Het herstel van ${system} duurde op ${say.date(dated)} ${say.hours(hours, hours)}; het doel is ${say.hours(target_hours, target_hours)}.`,
  'seen.undocumented_flows': ({ count, examples }, say) =>
    `${say.count(count, 'verkeersstroom', 'verkeersstromen')} tussen zones ${say.plural(count, 'is', 'zijn')} niet vastgelegd${likeThese(examples, say, count)}.`,
}

function inZone(zone: string | null): string {
  return zone === null ? '' : ` in ${zone}`
}

/** All of them after a colon; some of them as examples. */
function likeThese(examples: string, say: Tongue, count?: number): string {
  if (examples === '') return ''
  const isAll = examples.split(', ').length === count
  return `${isAll ? ':' : ', zoals'} ${say.names(examples)}`
}

function between(source: string | null, target: string | null): string {
  if (source !== null && target !== null) return ` tussen ${source} en ${target}`
  return source === null && target === null ? '' : ` bij ${source ?? target}`
}

function many(devices: number, say: Tongue): string {
  return devices > 1 ? `; het gaat om ${say.number(devices)} apparaten` : ''
}

/** `14:05` of a local time with offset. */
function clock(at: string): string {
  return at.slice(11, 16)
}

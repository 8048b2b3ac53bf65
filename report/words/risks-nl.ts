// SPDX-License-Identifier: EUPL-1.2
import { few, type RiskWords, type Tongue } from './sentence-words.ts'

/** What could happen, why it can happen here, and what it would cost. */
export const risksNl: RiskWords = {
  'risk.flat_network': ({ processes }, say) =>
    `Een indringer in het kantoor loopt door naar de fabriek${stops(processes, say)}.`,
  'risk.remote_access': ({ processes }, say) =>
    `Iemand misbruikt de toegang op afstand van een leverancier${stops(processes, say)}.`,
  'risk.internet_exposure': ({ processes }, say) =>
    `Een aanvaller bereikt de fabriek rechtstreeks van internet${stops(processes, say)}.`,
  'risk.no_recovery': ({ processes }, say) =>
    `Na een storing of aanval lukt herstel niet, of te laat${stops(processes, say)}.`,
  'risk.unknown_devices': ({ processes, count }, say) =>
    `Een van de ${say.number(count)} apparaten die niemand beheert wordt de ingang${stops(processes, say)}.`,
  'risk.readable_passwords': ({ processes }, say) =>
    `Iemand leest een wachtwoord van het netwerk af en meldt zich aan${stops(processes, say)}.`,
  'risk.controller_changes': ({ processes }, say) =>
    `Iemand wijzigt of stopt een besturing zonder dat u het ziet${stops(processes, say)}.`,
  'risk.outdated_systems': ({ processes }, say) =>
    `Een bekend lek in een verouderd systeem wordt misbruikt${stops(processes, say)}.`,
  'risk.supplier_failure': ({ processes, suppliers }, say) =>
    `${oneOf(suppliers)} valt uit of wordt gehackt en u hoort het te laat${stops(processes, say)}.`,
  'risk.certificate_ends': ({ processes, target, days }, say) =>
    days !== null && days < 0
      ? `Het certificaat van ${target ?? 'een apparaat'} is verlopen; verbindingen kunnen wegvallen of worden blind vertrouwd${stops(processes, say)}.`
      : `Het certificaat van ${target ?? 'een apparaat'} verloopt en verbindingen vallen weg${stops(processes, say)}.`,
  'risk.address_conflict': ({ processes }, say) =>
    `Twee apparaten gebruiken hetzelfde adres en storen elkaar${stops(processes, say)}.`,
  'risk.late_reporting': () =>
    'U ontdekt of meldt een incident te laat, en de schade en de vragen worden groter.',

  'cause.flat_network': ({ from, to, pairs }, say) =>
    `Tussen ${from} en ${to} ${pairs === 1 ? 'praat 1 paar apparaten' : `praten ${say.number(pairs)} paren apparaten`} met elkaar zonder dat het mag.`,
  'cause.remote_access': ({ tools, findings }, say) =>
    tools === ''
      ? `Toegang op afstand valt buiten wat is afgesproken (${say.count(findings, 'bevinding', 'bevindingen')}).`
      : `${say.each(tools, 'tool')} ${isOne(tools) ? 'is' : 'zijn'} in gebruik zonder toestemming.`,
  'cause.internet_exposure': ({ devices, zone }, say) =>
    `${say.count(devices, 'apparaat', 'apparaten')} in ${say.names(zone)} ${say.plural(devices, 'heeft', 'hebben')} verkeer met internet.`,
  'cause.no_recovery': ({ systems, findings }, say) =>
    `${systems === '' ? 'Herstel' : `Herstel van ${say.some(systems)}`} is niet bewezen met een geslaagde test op tijd (${say.count(findings, 'bevinding', 'bevindingen')}).`,
  'cause.unknown_devices': ({ count, of }, say) =>
    `${say.of(count, of)} apparaten ${say.plural(count, 'staat', 'staan')} niet in het register.`,
  'cause.readable_passwords': ({ protocols, devices }, say) =>
    `Bij ${say.count(devices, 'apparaat', 'apparaten')} gaan wachtwoorden leesbaar over het netwerk (${say.each(protocols, 'protocol')}).`,
  'cause.controller_changes': ({ operations, sources }, say) =>
    `Gezien: ${say.each(operations, 'detection')}${sources === '' ? '' : `, vanaf ${say.some(sources)}`}.`,
  'cause.outdated_systems': ({ findings, examples }, say) =>
    `${say.count(findings, 'verouderd systeem of protocol', 'verouderde systemen en protocollen')}${examples === '' ? '' : `, bij ${say.names(examples)}`}.`,
  'cause.supplier_failure': ({ count, suppliers }, say) =>
    `Bij ${say.count(count, 'kritieke leverancier', 'kritieke leveranciers')} is dit niet geregeld${suppliers === '' ? '' : `: ${say.some(suppliers)}`}.`,
  'cause.certificate_ends': ({ target, valid_until, days }, say) =>
    valid_until === null
      ? 'Een certificaat is verlopen of verloopt binnenkort.'
      : `Het certificaat van ${target ?? 'een apparaat'} ${days !== null && days < 0 ? 'is verlopen' : 'verloopt'} op ${say.date(valid_until)}.`,
  'cause.address_conflict': ({ devices }, say) =>
    `Gezien bij ${devices === '' ? 'onbekende apparaten' : say.some(devices)}.`,
  'cause.late_reporting': ({ requirements }, say) =>
    `Laag of niet gemeten: ${requirements === '' ? 'de eisen over melden' : say.list(requirements.split(', ').map(say.requirement.phrase))}.`,

  'consequence.stop': ({ processes, low_hours, high_hours }, say) =>
    `${say.some(processes)} ${isOne(processes) ? 'ligt' : 'liggen'} ${say.hours(low_hours, high_hours)} stil.`,
  'consequence.stop_unknown': ({ processes }, say) =>
    `${say.some(processes)} ${isOne(processes) ? 'valt' : 'vallen'} stil; hoe lang is niet bekend.`,
  'consequence.safety': ({ process, text }) => `Veiligheid (${process}): ${text}`,
  'consequence.reputation': ({ process, text }) => `Klanten (${process}): ${text}`,

  'reason.seen_on_network': ({ findings }, say) =>
    `op uw netwerk gezien (${say.count(findings, 'bevinding', 'bevindingen')})`,
  'reason.stated_by_company': ({ findings }, say) =>
    `blijkt uit uw eigen gegevens (${say.count(findings, 'bevinding', 'bevindingen')})`,
  'reason.common_attack': () => 'aanvallers gebruiken dit vaak',
  'reason.also_internet': () => 'er is ook verkeer met internet',
  'reason.also_remote_access': () => 'er is ook toegang op afstand',
  'reason.also_outdated': () => 'er zijn ook verouderde systemen',
  'reason.many': ({ count }, say) => `het komt vaak voor (${say.number(count)} keer)`,
  'reason.few': ({ count }, say) => `het komt weinig voor (${say.number(count)} keer)`,
  'reason.ends_soon': ({ days }, say) =>
    days < 0
      ? `${say.count(-days, 'dag', 'dagen')} geleden verlopen`
      : `verloopt over ${say.count(days, 'dag', 'dagen')}`,
  'reason.measure_weak': ({ measure, level }, say) =>
    `${say.word(measure, 'measure')} staat op niveau ${say.fixed(level, 1)}`,
  'reason.loss_share': ({ high_eur, share_pct }, say) =>
    `tot ${say.euroRange({ low_eur: high_eur, high_eur })}, ${say.number(share_pct, 1)} % van de jaaromzet`,
  'reason.beyond_max_outage': ({ process, max_outage_hours, high_hours }, say) =>
    `${process} mag ${say.hours(max_outage_hours, max_outage_hours)} stilliggen, dit kan ${say.hours(high_hours, high_hours)} duren`,
  'reason.crown_jewel': ({ processes }, say) => `raakt een kroonjuweel: ${say.some(processes)}`,
  'reason.safety': ({ process }) => `raakt de veiligheid van ${process}`,
  'reason.no_process_known': () =>
    'niet bekend welk proces ervan afhangt; laat iemand dit beoordelen',
  'reason.no_cost_known': ({ processes }, say) =>
    `de kosten van stilstand van ${say.some(processes)} zijn niet bekend`,
}

function stops(processes: string, say: Tongue): string {
  const { first, others } = few(processes)
  if (first.length === 0) return ''
  if (others === 0) return `; ${say.list(first)} ${first.length === 1 ? 'valt' : 'vallen'} stil`
  return `; ${say.list([...first, `${others} andere processen`])} vallen stil`
}

function oneOf(suppliers: string): string {
  const { first, others } = few(suppliers)
  const [one, two] = first
  if (one === undefined) return 'Een leverancier'
  if (others > 0) return `${one} of een van ${others + first.length - 1} andere leveranciers`
  return two === undefined ? one : `${one} of ${two}`
}

function isOne(list: string): boolean {
  return !list.includes(', ')
}

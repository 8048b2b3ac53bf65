// SPDX-License-Identifier: EUPL-1.2
import type { ActionWords } from './sentence-words.ts'

/** What is to be done, verb first, and what the board is asked to decide. */
export const actionsNl: ActionWords = {
  'action.confirm_scope': ({ entity_class }, say) =>
    `Leg vast dat u onder de wet valt als: ${say.word(entity_class, 'entityClass')}`,
  'action.name_owners': () => 'Wijs een verantwoordelijke bestuurder en eigenaren aan',
  'action.register_entity': () => 'Registreer het bedrijf bij de autoriteit',
  'action.set_level': () => 'Stel per maatregel het gewenste niveau vast',
  'action.measure_missing': ({ parts }, say) =>
    `Vul aan wat nog niet gemeten is: ${say.each(parts, 'part')}`,
  'action.register_devices': ({ count, zones }, say) =>
    `Neem ${say.count(count, 'apparaat', 'apparaten')} op in het register${zones === '' ? '' : ` (${say.some(zones)})`}`,
  'action.find_devices': ({ count }, say) =>
    `Zoek ${say.count(count, 'apparaat dat wel geregistreerd maar niet gezien is', 'apparaten die wel geregistreerd maar niet gezien zijn')}`,
  'action.correct_register': ({ count }, say) =>
    `Verbeter ${say.count(count, 'afwijking', 'afwijkingen')} in het register`,
  'action.separate_zones': ({ from, to }) => `Scheid ${from} van ${to}`,
  'action.close_internet': ({ zone }, say) => `Sluit het internetverkeer af van ${say.names(zone)}`,
  'action.close_remote_access': ({ tools }, say) =>
    `Sluit toegang op afstand zonder toestemming: ${say.each(tools, 'tool')}`,
  'action.enforce_window': ({ grants }, say) =>
    `Dwing de afgesproken toegangstijden af: ${say.some(grants)}`,
  'action.mfa_remote_access': ({ count }, say) =>
    `Zet een tweede factor op ${say.count(count, 'toegang', 'toegangen')} op afstand`,
  'action.protect_logins': ({ protocols, devices }, say) =>
    `Scherm leesbare aanmeldingen af (${say.each(protocols, 'protocol')}, ${say.count(devices, 'apparaat', 'apparaten')})`,
  'action.change_passwords': ({ devices }, say) =>
    `Vervang standaardwachtwoorden op ${say.count(devices, 'apparaat', 'apparaten')}`,
  'action.switch_off_old_protocols': ({ protocols, devices }, say) =>
    `Zet ${say.each(protocols, 'protocol')} uit op ${say.count(devices, 'apparaat', 'apparaten')}`,
  'action.renew_certificate': ({ target, valid_until, days, others }, say) =>
    `Vernieuw het certificaat van ${target ?? 'een apparaat'}${
      valid_until === null
        ? ''
        : ` (${days !== null && days < 0 ? 'verlopen' : 'verloopt'} ${say.shortDate(valid_until)})`
    }${others > 0 ? ` en ${say.count(others, 'ander', 'andere')}` : ''}`,
  'action.review_controller_changes': ({ operations }, say) =>
    `Ga na wie dit deed en waarom: ${say.each(operations, 'detection')}`,
  'action.clear_address_conflict': ({ devices }, say) =>
    `Los het dubbele adres op${devices === '' ? '' : ` bij ${say.some(devices)}`}`,
  'action.do_restore_test': ({ systems }, say) => `Test het herstel van ${say.some(systems)}`,
  'action.make_backups': ({ count }, say) =>
    `Maak back-ups van ${say.count(count, 'apparaat', 'apparaten')} zonder bekende back-up`,
  'action.replace_unsupported': ({ count }, say) =>
    `Vervang of isoleer ${say.count(count, 'apparaat', 'apparaten')} zonder ondersteuning`,
  'action.document_flows': ({ count }, say) =>
    `Leg ${say.count(count, 'verkeersstroom', 'verkeersstromen')} tussen zones vast, of sluit ze`,
  'action.set_recovery_targets': ({ count }, say) =>
    `Stel het hersteldoel vast van ${say.count(count, 'proces', 'processen')}`,
  'action.name_crown_jewels': () => 'Benoem de kroonjuwelen van de fabriek',
  'action.improve_tap': ({ advice }, say) => {
    const steps = say.each(advice, 'adviceStep')
    return `Vul de meting aan: ${steps === '' ? 'een volgende opname' : steps}`
  },
  'action.renew_evidence': ({ count, requirements }, say) =>
    count > 2 || requirements === ''
      ? `Vernieuw verlopen bewijs bij ${say.count(count, 'eis', 'eisen')}`
      : `Vernieuw het bewijs van ${say.list(requirements.split(', ').map(say.requirement.phrase))}`,
  'action.approve_policy': () => 'Keur het beveiligingsbeleid goed',
  'action.supplier_clauses': ({ suppliers }, say) =>
    `Regel meldplicht en beveiliging in het contract met ${say.some(suppliers)}`,
  'action.supplier_exit': ({ suppliers }, say) =>
    `Maak een plan bij uitval van ${say.some(suppliers)}`,
  'action.supplier_review': ({ suppliers }, say) => `Toets ${say.some(suppliers)}`,
  'action.train_directors': ({ people, first_due }, say) =>
    `Volg de bestuurstraining: ${say.names(people)}${first_due === null ? '' : ` (eerste uiterlijk ${say.shortDate(first_due)})`}`,
  'action.train_staff': () => 'Train operators en medewerkers',
  'action.incident_procedure': () => 'Stel de meldprocedure vast: 24 uur, 72 uur, een maand',
  'action.raise_requirement': ({ requirement, from, to }, say) =>
    `Breng ${say.requirement.phrase(requirement)} ${from === null ? `naar niveau ${to}` : `van niveau ${from} naar ${to}`}`,
  'action.tabletop': ({ scenario }, say) => `Oefen aan tafel: ${say.word(scenario, 'scenario')}`,
  'action.decide_risks': ({ count }, say) =>
    `Besluit per risico: behandelen of aanvaarden (${say.number(count)})`,
  'action.board_review': () => 'Bespreek de voortgang in het bestuur',
  'action.repeat_baseline': () => 'Herhaal de nulmeting',
  'action.quarterly_report': () => 'Rapporteer elk kwartaal aan het bestuur',

  'decision.approve_measures': ({ below, measured }, say) =>
    `Keur de maatregelen goed. ${say.of(below, measured)} gemeten onderdelen ${say.plural(below, 'ligt', 'liggen')} onder het gewenste niveau.`,
  'decision.approve_measures.yes': () =>
    'Het werk begint volgens de routekaart; het bestuur ziet toe.',
  'decision.approve_measures.no': () =>
    'De wet vraagt uw goedkeuring; leg dan vast wat er anders moet en wanneer u opnieuw besluit.',
  'decision.set_level': ({ suggested }) =>
    `Stel vast welk niveau u wilt. Niveau ${suggested} is een redelijke ondergrens.`,
  'decision.set_level.yes': () => 'Elk onderdeel krijgt een lijn waaraan u het kunt meten.',
  'decision.set_level.no': () => 'Dan blijft onduidelijk wat voor u genoeg is.',
  'decision.treat_risk': ({ scenario, likelihood, impact }, say) =>
    `Behandel of aanvaard dit risico: ${say.word(scenario, 'scenario')} (kans ${likelihood}, gevolg ${impact} van 5).`,
  'decision.treat_risk.yes': ({ actions }, say) =>
    `${say.count(actions, 'actie', 'acties')} uit de routekaart ${say.plural(actions, 'begint', 'beginnen')}.`,
  'decision.treat_risk.no': () => 'U aanvaardt het risico; leg de reden en een einddatum vast.',
  'decision.close_remote_access': ({ tools }, say) =>
    `Sluit toegang op afstand zonder toestemming af: ${say.each(tools, 'tool')}.`,
  'decision.close_remote_access.yes': ({ suppliers }, say) =>
    suppliers === ''
      ? 'Onderhoud op afstand loopt daarna alleen via een geregelde toegang.'
      : `${say.some(suppliers)} ${suppliers.includes(', ') ? 'komen' : 'komt'} daarna alleen via een geregelde toegang binnen.`,
  'decision.close_remote_access.no': () =>
    'De ingang blijft open; leg vast wie dat aanvaardt en tot wanneer.',
  'decision.approve_roadmap': ({ actions, until }, say) =>
    `Keur de routekaart goed: ${say.count(actions, 'actie', 'acties')} tot ${say.date(until)}.`,
  'decision.approve_roadmap.yes': () =>
    'Eigenaren en datums staan vast; u krijgt elk kwartaal de stand.',
  'decision.approve_roadmap.no': () => 'Acties blijven zonder opdracht en zonder datum.',
  'text.own': ({ text }) => text,
}

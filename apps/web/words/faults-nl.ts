// SPDX-License-Identifier: EUPL-1.2
import type { Disorder } from '@schouw/core/registers/bodies'
import type { Fault, FaultWords, Naming } from './fault-words.ts'
import { disordersNl } from './pages/disorders-nl.ts'

const expected = (what: string) => `Verwacht: ${what}.`
const listed = (names: unknown, say: (name: string) => string, last = 'of') => {
  const all = Array.isArray(names) ? names.map((name) => say(String(name))) : []
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${last} ${all.at(-1)}`
}
const way = (names: unknown) => (Array.isArray(names) ? names.join(' → ') : '')
const kindsOf = (fault: Fault, naming: Naming) => listed(fault['expected'], naming.kind)

export const faultsNl: FaultWords = {
  found: {
    text: (found) => `Er stond “${found}”.`,
    list: (found) => `Er stonden er ${found}.`,
    other: (found) => `Er stond ${found}.`,
  },
  expected,
  rules: {
    text: ({ max }) => expected(`één regel tekst van hoogstens ${max} tekens`),
    long_text: ({ max }) => expected(`tekst van hoogstens ${max} tekens`),
    format: () => '',
    whole: ({ min, max }) =>
      expected(
        max >= Number.MAX_SAFE_INTEGER
          ? `een heel getal van ${min} of meer, bijvoorbeeld ${Math.max(min, 12500)}`
          : `een heel getal van ${min} tot en met ${max}, bijvoorbeeld ${Math.max(min, Math.min(max, 3))}`,
      ),
    decimal: ({ min, max, decimals }) =>
      expected(
        `een getal van ${min} tot en met ${max} met hoogstens ${decimals} cijfers achter de komma, bijvoorbeeld ${decimals === 0 ? min : `${min + 2},5`}`,
      ),
    date: ({ first, last }) =>
      expected(`een dag tussen ${first} en ${last}, bijvoorbeeld 2026-03-05`),
    instant: ({ first, last }) =>
      expected(`een dag met tijd tussen ${first} en ${last}, bijvoorbeeld 2026-03-05 14:30`),
    choice: ({ options }, { code }) =>
      expected(
        options.length > 12
          ? `een van de ${options.length} keuzes, bijvoorbeeld ${code(options[0] ?? '')}`
          : listed(options, code),
      ),
    list: ({ max }) => expected(`ten minste een en hoogstens ${max} waarden`),
    not_before: ({ fields }, { field }) =>
      `Dit ligt vóór ${listed(fields, field, 'en')}. Kies dezelfde dag of een latere.`,
    exactly_one_of: ({ fields }, { field }) => `Vul er precies één in: ${listed(fields, field)}.`,
    cidr: () => expected('een netwerk, bijvoorbeeld 192.168.10.0/24'),
    digest: () => expected('een bestand, of de SHA-256 ervan: 64 tekens 0-9 en a-f'),
    filled_row: () => 'Deze regel is leeg. Vul hem in of verwijder hem.',
    ip: () => expected('een IP-adres, bijvoorbeeld 192.168.10.5'),
    known: () => 'Dit moet ingevuld zijn.',
    mac: () => expected('een MAC-adres, bijvoorbeeld 00:1b:1b:12:34:56'),
    no_duplicate: () => 'Dit staat er al. Laat het één keer staan.',
    object: () => expected('een regel met velden'),
    personal: () =>
      'Dit is geen persoonsgegeven van deze persoon; alleen die kunnen worden gewist.',
    reference: () => expected('een regel uit een ander register; zoek hem op naam'),
    yes_no: () => expected('ja of nee'),
  },
  formats: {
    email: 'een e-mailadres, bijvoorbeeld m.devries@bedrijf.nl',
    phone: 'een telefoonnummer, bijvoorbeeld +31 592 123456',
    country: 'een land in twee hoofdletters, bijvoorbeeld NL',
    language: 'een taal, bijvoorbeeld nl of nl-NL',
    time_zone: 'een tijdzone, bijvoorbeeld Europe/Amsterdam',
    time: 'een tijd, bijvoorbeeld 08:30',
    nace: 'een NACE-code, bijvoorbeeld 28.93',
    requirement: 'het nummer van een eis, bijvoorbeeld B3',
    url: 'een webadres, bijvoorbeeld https://bedrijf.nl/beleid',
    purl: 'een package-URL, bijvoorbeeld pkg:npm/express@4.19.2',
    cpe: 'een CPE 2.3, bijvoorbeeld cpe:2.3:h:siemens:s7-1500:-:*:*:*:*:*:*:*',
    lei: 'een LEI van twintig tekens, bijvoorbeeld 724500PMK2A2M1SQQ228',
    media_type: 'een bestandstype, bijvoorbeeld application/pdf',
    service: 'een dienst, bijvoorbeeld tcp/102 of modbus',
  },
  codes: {
    'field-refused': () => 'Dit paste niet in het veld. Wat er stond, is na het inlezen gewist.',
    'unknown-field': () => 'Dit veld bestaat niet in dit register.',
    'not-permitted': () => 'Uw rol staat niet toe dit veld te wijzigen.',
    frozen: (fault, { code }) =>
      `Dit ligt vast zolang de status “${code(String(fault['state']))}” is.`,
    'reference-missing': (fault, naming) =>
      fault['found'] === 'itself'
        ? 'Dit verwijst naar zichzelf. Kies een ander.'
        : fault['found'] === 'retired'
          ? 'Waar dit naar verwijst, is vervallen. Kies een ander.'
          : `Waar dit naar verwijst, bestaat niet. ${expected(kindsOf(fault, naming))}`,
    'circular-reference': (fault) =>
      `Dit gaat in een kring: ${way(fault['names'])} → dit zelf. Verwacht: iets wat hier niet van afhangt.`,
    'still-referenced': (fault, { kind }) =>
      `Hier verwijst nog iets naar: ${kind(String(fault['kind']))}. Haal die verwijzing eerst weg.`,
    'under-hold': ({ names }) =>
      `Dit wordt bewaard om een bewaarbevel: ${listed(names, (name) => name, 'en')}. Wissen kan als dat is opgeheven.`,
    'natural-key-taken': (fault, { field }) =>
      `Er is al een regel met dezelfde ${listed(fault['fields'], field, 'en')}. Geef deze een andere, of wijzig de bestaande.`,
    'value-taken': () => 'Een andere regel heeft deze waarde al.',
    'out-of-order': ({ because }) => disordersNl[because as Disorder],
    'restart-not-accepted': ({ path }) =>
      path === '/owner'
        ? 'Dit ligt nog stil door een incident. Zolang het stilligt, wijst alleen de CISO een andere eigenaar aan, en niet zichzelf.'
        : 'Een lijn die stilstond, mag volgens het logboek nog niet draaien. Laat haar eigenaar de herstart aanvaarden, of geef haar vrij in de incidentruimte.',
    'illegal-transition': (fault, { code }) =>
      `Vanuit “${code(String(fault['from']))}” kan dit alleen naar ${listed(fault['possible'], code)}.`,
    'reason-missing': () => 'Geef een reden.',
    retired: () => 'Deze regel is vervallen. Herstel hem eerst.',
    'needs-second-person': () => 'Hiervoor is de goedkeuring van een tweede persoon nodig.',
    'stale-version': () => 'Dit is intussen gewijzigd.',
    'cell-fault': () => 'De formule in deze cel geeft een fout. Herstel haar in het bestand.',
    'reference-unknown': () =>
      'Dit staat in geen register. Leg het eerst vast, of schrijf de naam of code zoals die daar staat.',
    'reference-ambiguous': () =>
      'Hier kunnen er meer mee bedoeld zijn. Gebruik de code in plaats van de naam.',
    'record-unknown': () => 'Er is geen regel met dit id. Laat de cel leeg om een nieuwe te maken.',
    'row-repeated': (fault) =>
      `Dit staat al op regel ${String(fault['first'])} van het bestand. Houd er één over.`,
    'row-disputed': () => 'Het register zegt iets anders, en u koos om dan te weigeren.',
    'field-erased': () => 'Dit is gewist en komt niet terug door een bestand.',
    'not-by-import': () =>
      'Status en vervallen worden niet door een bestand gewijzigd. Doe dat bij de regel zelf.',
  },
  count: (count) =>
    count === 1
      ? 'Eén veld vraagt aandacht. Er is nog niets bewaard.'
      : `${count} velden vragen aandacht. Er is nog niets bewaard.`,
  other: (code) => `Dit is geweigerd (${code}).`,
}

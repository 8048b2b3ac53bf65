// SPDX-License-Identifier: EUPL-1.2

/** One word a director may not know. Ids as in the glossary pack of the law. */
export interface GlossaryEntry {
  readonly id: string
  readonly nl: string
  readonly en: string
  readonly meaningNl: string
  readonly meaningEn: string
}

function entry(
  id: string,
  nl: string,
  en: string,
  meaningNl: string,
  meaningEn: string,
): GlossaryEntry {
  return { id, nl, en, meaningNl, meaningEn }
}

/** The words this report uses, each in one sentence. */
export const glossary: readonly GlossaryEntry[] = [
  entry(
    'zorgplicht',
    'zorgplicht',
    'duty of care',
    'De plicht om passende maatregelen te nemen; de wet noemt er tien.',
    'The duty to take fitting measures; the law names ten.',
  ),
  entry(
    'meldplicht',
    'meldplicht',
    'reporting duty',
    'De plicht om een significant incident in stappen te melden.',
    'The duty to report a significant incident in steps.',
  ),
  entry(
    'belangrijke_entiteit',
    'belangrijke entiteit',
    'important entity',
    'De lichtere klasse van de wet; toezicht volgt op signalen.',
    'The lighter class of the law; supervision follows indications.',
  ),
  entry(
    'essentiele_entiteit',
    'essentiële entiteit',
    'essential entity',
    'De zwaardere klasse van de wet; toezicht ook vooraf.',
    'The heavier class of the law; supervised in advance too.',
  ),
  entry(
    'significant_incident',
    'significant incident',
    'significant incident',
    'Een incident dat de dienst ernstig verstoort of anderen flink schaadt.',
    'An incident that severely disrupts the service or considerably harms others.',
  ),
  entry(
    'toezichthouder',
    'toezichthouder',
    'supervisor',
    'De dienst die namens de minister op de wet let.',
    'The body that watches over the law for the minister.',
  ),
  entry(
    'csirt',
    'CSIRT',
    'CSIRT',
    'Het team dat meldingen ontvangt en helpt.',
    'The team that receives reports and helps.',
  ),
  entry(
    'bestuur',
    'bestuur',
    'board',
    'Wie het bedrijf bestuurt; een aparte raad van commissarissen hoort daar niet bij.',
    'Those who run the company; a separate supervisory board is not part of it.',
  ),
  entry(
    'trainingscertificaat',
    'trainingscertificaat',
    'training certificate',
    'Bewijs per bestuurder dat hij of zij de opleiding heeft gevolgd.',
    'Proof, for each director, of having taken the training.',
  ),
  entry(
    'nulmeting',
    'nulmeting',
    'baseline',
    'De eerste meting, waarmee u later vergelijkt.',
    'The first measurement, to compare later ones with.',
  ),
  entry(
    'bewijsstuk',
    'bewijsstuk',
    'piece of evidence',
    'Een document of meting die toont dat een maatregel werkt.',
    'A document or measurement that shows a measure works.',
  ),
  entry(
    'operationele_technologie',
    'operationele technologie (OT)',
    'operational technology (OT)',
    'De techniek die machines en processen bestuurt.',
    'The technology that steers machines and processes.',
  ),
  entry(
    'besturing',
    'besturing (PLC)',
    'controller (PLC)',
    'De industriële computer die een machine bestuurt.',
    'The industrial computer that steers a machine.',
  ),
  entry(
    'bedieningspaneel',
    'bedieningspaneel (HMI)',
    'operator panel (HMI)',
    'Het scherm waarmee een operator de machine bedient.',
    'The screen an operator works the machine with.',
  ),
  entry(
    'scada',
    'SCADA',
    'SCADA',
    'Het systeem dat een hele installatie bewaakt en bedient.',
    'The system that watches and operates a whole plant.',
  ),
  entry(
    'engineeringstation',
    'engineeringstation',
    'engineering station',
    'De computer waarmee besturingen worden geprogrammeerd.',
    'The computer that controllers are programmed with.',
  ),
  entry(
    'zone',
    'zone',
    'zone',
    'Een groep apparaten die bij elkaar horen en dezelfde bescherming krijgen.',
    'A group of devices that belong together and get the same protection.',
  ),
  entry(
    'purdue',
    'niveau (Purdue)',
    'level (Purdue)',
    'De laag in de fabriek: van 0, het proces, tot 5, het internet.',
    'The layer in the factory: from 0, the process, to 5, the internet.',
  ),
  entry(
    'gedemilitariseerde_zone',
    'tussenzone (DMZ)',
    'zone between (DMZ)',
    'Een buffer tussen kantoor en fabriek.',
    'A buffer between office and factory.',
  ),
  entry(
    'plat_netwerk',
    'plat netwerk',
    'flat network',
    'Een netwerk zonder wanden: wie binnen is, kan overal bij.',
    'A network without walls: whoever is in can reach everything.',
  ),
  entry(
    'frame',
    'frame',
    'frame',
    'Eén bericht op het netwerk; met het nummer vindt u het terug in de opname.',
    'One message on the network; its number finds it in the capture.',
  ),
  entry(
    'toegang_op_afstand',
    'toegang op afstand',
    'remote access',
    'Van buiten meekijken of bedienen, vaak door een leverancier.',
    'Watching or operating from outside, often by a supplier.',
  ),
  entry(
    'multifactorauthenticatie',
    'tweede factor (MFA)',
    'second factor (MFA)',
    'Naast een wachtwoord nog een bewijs dat u het bent.',
    'Beside a password, one more proof that it is you.',
  ),
  entry(
    'versleuteling',
    'versleuteling',
    'encryption',
    'Gegevens onleesbaar maken voor wie de sleutel niet heeft.',
    'Making data unreadable to whoever lacks the key.',
  ),
  entry(
    'kroonjuweel',
    'kroonjuweel',
    'crown jewel',
    'Een proces of systeem waar het bedrijf niet zonder kan.',
    'A process or system the company cannot do without.',
  ),
  entry(
    'hersteltijddoel',
    'hersteldoel (RTO)',
    'recovery target (RTO)',
    'Binnen hoeveel tijd iets weer moet werken.',
    'Within what time something must work again.',
  ),
  entry(
    'hersteltest',
    'hersteltest',
    'restore test',
    'Proberen of een back-up echt terug te zetten is.',
    'Trying whether a backup can really be put back.',
  ),
  entry(
    'tafeloefening',
    'tafeloefening',
    'tabletop exercise',
    'Een incident doorspelen aan tafel.',
    'Playing through an incident at the table.',
  ),
  entry(
    'softwarecomponentenlijst',
    'softwarelijst (SBOM)',
    'software list (SBOM)',
    'De onderdelen waaruit software bestaat.',
    'The parts that software is made of.',
  ),
  entry(
    'volwassenheid',
    'volwassenheid',
    'maturity',
    'Hoe ver een maatregel is, van 0 (afwezig) tot 5 (verbetert zichzelf).',
    'How far a measure has come, from 0 (absent) to 5 (improves itself).',
  ),
]

// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../words/speech.ts'

type Units = Readonly<Record<string, readonly [one: string, many: string]>>

const nlUnits: Units = {
  hour: ['uur', 'uur'],
  day: ['dag', 'dagen'],
  week: ['week', 'weken'],
  month: ['maand', 'maanden'],
  year: ['jaar', 'jaar'],
}

const enUnits: Units = {
  hour: ['hour', 'hours'],
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
  year: ['year', 'years'],
}

const nl = {
  title: 'Noodpakket',
  kind: 'Op papier, voor als het netwerk er niet is',
  asOf: (moment: string) => `Stand van ${moment}`,
  page: 'Bladzijde',
  first: {
    title: 'De eerste vijf dingen',
    steps: [
      'Breng mensen en machines in veiligheid. Veiligheid gaat voor bewijs, en bewijs voor productie.',
      'Sluit de getroffen zone af volgens hoofdstuk 3. Zet niets uit: wat in het geheugen staat, is bewijs.',
      'Bel het crisisteam, van boven naar beneden. Gebruik geen bedrijfsmail en geen telefoon die over ons netwerk loopt.',
      'Schrijf op wie het wanneer wist en hoe. Vanaf dat moment lopen de wettelijke termijnen.',
      'Open het draaiboek in hoofdstuk 5 en houd het logboek achterin bij.',
    ],
  },
  team: 'Crisisteam',
  outside: 'Van buiten',
  teamColumns: ['Nr', 'Functie', 'Wie', 'Nummers', 'Plaatsvervanger', 'Gebeld om'],
  outsideColumns: ['Wie', 'Partij', 'Nummers', 'Bereikbaar', 'Kenmerk'],
  channel: 'Kanaal buiten om',
  nobody: 'niemand benoemd',
  noNumber: 'geen nummer bekend',
  onNetwork: 'hangt aan ons netwerk',
  none: 'Er staat nog niets in de registers. Vul het aan en druk dit pakket opnieuw af.',
  gaps: {
    title: 'Wat nog ontbreekt',
    said: (count: number) =>
      count === 1
        ? 'In dit pakket ontbreekt één ding: zie hoofdstuk 10.'
        : `In dit pakket ontbreken ${count} dingen: zie hoofdstuk 10.`,
    help: 'Dit stond niet in de registers toen dit pakket werd gemaakt. Vul het daar aan en druk opnieuw af, of schrijf het hier bij.',
    columns: ['Wat ontbreekt', 'Zo is het'],
  },
  isolation: {
    title: 'Afsluiten per zone',
    safe: 'Eerst veilig: overleg met de proceseigenaar of de lijn gecontroleerd kan stoppen. Sluit een veiligheidszone nooit af zonder wie de installatie kent.',
    outside: 'De kleinste snede van buiten naar wat u niet kunt missen',
    outsideHelp:
      'Sluit deze stromen en niemand komt van kantoor, leverancier, gast of internet bij een kroonjuweel.',
    noCut:
      'Er is geen weg van buiten naar een kroonjuweel, voor zover de stromen in het register staan.',
    exposed: (zones: string) =>
      `Let op: hier staat een kroonjuweel in een zone waar een buitenstaander al kan komen: ${zones}.`,
    columns: ['Stroom', 'Van', 'Naar', 'Diensten', 'Dicht om'],
    safety: 'veiligheidszone',
    hits: (names: string) => `Raakt: ${names}.`,
    remote: (names: string) => `Sluit ook de toegang op afstand: ${names}.`,
    smallest: (names: string) =>
      `Kan de zone zelf niet dicht, sluit dan ten minste: ${names}. Dan komt wie erin zit bij geen ander kroonjuweel.`,
    alone: 'Van hieruit is geen ander kroonjuweel te bereiken.',
    noConduits: 'Geen stroom in of uit deze zone staat in het register.',
  },
  order: {
    title: 'Volgorde van herstel',
    help: 'Wat in dezelfde ronde staat kan tegelijk. Produceren begint pas als de proceseigenaar de herstart aanvaardt.',
    columns: ['Ronde', 'Proces', 'Wacht op', 'Mag stilstaan', 'Eigenaar en eisen voor herstart'],
    hours: (hours: string) => `${hours} u`,
    unknown: 'niet bekend',
    nothing: 'niets',
    noCriteria: 'geen eisen vastgelegd',
  },
  playbooks: {
    title: 'Draaiboeken',
    draft: 'Nog niet goedgekeurd',
    trigger: 'Pak dit draaiboek bij',
    mandate: 'Wie wat mag',
    columns: ['', 'Stap', 'Door', 'Binnen', 'Gedaan om, door'],
    decision: 'besluit',
    stops: 'kan de productie stoppen',
    within: (hours: number) =>
      hours < 1 ? `${Math.round(hours * 60)} min` : `${String(hours).replace('.', ',')} u`,
  },
  statements: {
    title: 'Eerste berichten',
    draft: 'concept: nog niet goedgekeurd',
    audience: {
      staff: 'Medewerkers',
      customers: 'Klanten',
      press: 'Pers',
      authorities: 'Overheden',
      suppliers: 'Leveranciers',
      other: 'Anderen',
    } as Readonly<Record<string, string>>,
  },
  forms: {
    title: 'Formulieren',
    clock: 'Klokken',
    aware: 'Wie wist het als eerste, wanneer (datum en tijd), en hoe:',
    clockHelp:
      'Reken elke termijn vanaf het moment van weten, tenzij er iets anders staat. Te laat blijft te laat: meld ook dan.',
    clockColumns: ['Melding', 'Termijn', 'Moet om', 'Verstuurd om, door', 'Kenmerk'],
    term: (value: number, unit: string) =>
      `${value} ${nlUnits[unit]?.[value === 1 ? 0 : 1] ?? unit}`,
    noTerm: 'zonder vertraging',
    byContract: 'volgens contract',
    triggers: {
      request_by_csirt_or_authority: 'op verzoek',
      notification_submitted: 'na het versturen van de melding',
      cra_incident_notification_submitted: 'na het versturen van de melding',
      final_report_due_and_incident_ongoing: 'op de dag van het eindverslag, als het nog duurt',
      incident_handled: 'na afhandeling',
      corrective_measure_available: 'nadat de oplossing er is',
    } as Readonly<Record<string, string>>,
    log: 'Logboek',
    logHelp:
      'Elke regel: het moment waarop het gebeurde en wie het schrijft. Streep niets door; een verbetering is een nieuwe regel. Neem het later over in Schouw.',
    logColumns: ['Nr', 'Tijd', 'Wat gebeurde er, of wat is besloten', 'Wie', 'Besluit van'],
    restart: 'Aanvaarding van de herstart',
    restartColumns: ['Proces', 'Eisen gehaald', 'Eigenaar', 'Datum en tijd', 'Handtekening'],
  },
}

const en: typeof nl = {
  title: 'Emergency pack',
  kind: 'On paper, for when there is no network',
  asOf: (moment) => `As of ${moment}`,
  page: 'Page',
  first: {
    title: 'The first five things',
    steps: [
      'Bring people and machines to safety. Safety goes before evidence, and evidence before production.',
      'Close off the zone that is hit, by chapter 3. Switch nothing off: what is in memory is evidence.',
      'Call the crisis team, from the top down. Use no company mail and no telephone that runs over our network.',
      'Write down who knew it when and how. From that moment the statutory terms run.',
      'Open the playbook in chapter 5 and keep the log at the back.',
    ],
  },
  team: 'Crisis team',
  outside: 'From outside',
  teamColumns: ['No', 'Function', 'Who', 'Numbers', 'Deputy', 'Called at'],
  outsideColumns: ['Who', 'Party', 'Numbers', 'Reachable', 'Reference'],
  channel: 'Out-of-band channel',
  nobody: 'nobody appointed',
  noNumber: 'no number known',
  onNetwork: 'hangs on our network',
  none: 'Nothing is in the registers yet. Complete them and print this pack again.',
  gaps: {
    title: 'What is still missing',
    said: (count) =>
      count === 1
        ? 'One thing is missing from this pack: see chapter 10.'
        : `${count} things are missing from this pack: see chapter 10.`,
    help: 'The registers did not hold this when the pack was made. Complete them and print again, or write it in here.',
    columns: ['What is missing', 'This is how it is'],
  },
  isolation: {
    title: 'Closing off zone by zone',
    safe: 'Safe first: agree with the process owner whether the line can stop in a controlled way. Never close off a safety zone without somebody who knows the installation.',
    outside: 'The smallest cut from outside to what you cannot miss',
    outsideHelp:
      'Close these and nobody comes from office, supplier, guest or internet to a crown jewel.',
    noCut:
      'There is no way from outside to a crown jewel, as far as the register of conduits tells.',
    exposed: (zones) =>
      `Note: a crown jewel stands in a zone that an outsider can already come to: ${zones}.`,
    columns: ['Conduit', 'From', 'To', 'Services', 'Closed at'],
    safety: 'safety zone',
    hits: (names) => `Hits: ${names}.`,
    remote: (names) => `Close the remote access too: ${names}.`,
    smallest: (names) =>
      `If the zone itself cannot be closed, close at least: ${names}. Then whoever is in it reaches no other crown jewel.`,
    alone: 'No other crown jewel can be reached from here.',
    noConduits: 'No conduit into or out of this zone is in the register.',
  },
  order: {
    title: 'Order of restoring',
    help: 'What stands in the same round can go side by side. Production begins once the process owner accepts the restart.',
    columns: ['Round', 'Process', 'Waits for', 'May stand still', 'Owner and criteria for restart'],
    hours: (hours) => `${hours} h`,
    unknown: 'not known',
    nothing: 'nothing',
    noCriteria: 'no criteria recorded',
  },
  playbooks: {
    title: 'Playbooks',
    draft: 'Not approved yet',
    trigger: 'Take this playbook at',
    mandate: 'Who may do what',
    columns: ['', 'Step', 'By', 'Within', 'Done at, by'],
    decision: 'decision',
    stops: 'can stop production',
    within: (hours) => (hours < 1 ? `${Math.round(hours * 60)} min` : `${hours} h`),
  },
  statements: {
    title: 'First messages',
    draft: 'draft: not approved yet',
    audience: {
      staff: 'Staff',
      customers: 'Customers',
      press: 'Press',
      authorities: 'Authorities',
      suppliers: 'Suppliers',
      other: 'Others',
    },
  },
  forms: {
    title: 'Forms',
    clock: 'Clocks',
    aware: 'Who knew it first, when (date and time), and how:',
    clockHelp:
      'Reckon each term from the moment of knowing, unless something else stands there. Late stays late: report all the same.',
    clockColumns: ['Report', 'Term', 'Due at', 'Sent at, by', 'Reference'],
    term: (value, unit) => `${value} ${enUnits[unit]?.[value === 1 ? 0 : 1] ?? unit}`,
    noTerm: 'without delay',
    byContract: 'by contract',
    triggers: {
      request_by_csirt_or_authority: 'on request',
      notification_submitted: 'after the notification was sent',
      cra_incident_notification_submitted: 'after the notification was sent',
      final_report_due_and_incident_ongoing: 'on the day of the final report, if it still goes on',
      incident_handled: 'after it was handled',
      corrective_measure_available: 'after the remedy is there',
    },
    log: 'Log',
    logHelp:
      'Each line: the moment at which it happened and who writes it. Strike nothing out; a correction is a new line. Bring it into Schouw later.',
    logColumns: ['No', 'Time', 'What happened, or what was decided', 'Who', 'Decision of'],
    restart: 'Acceptance of the restart',
    restartColumns: ['Process', 'Criteria met', 'Owner', 'Date and time', 'Signature'],
  },
}

export type EmergencyWords = typeof nl

export function emergencyWords(language: Language): EmergencyWords {
  return { nl: nl, en: en }[language]
}

// SPDX-License-Identifier: EUPL-1.2

const yearNl = 'in de afgelopen twaalf maanden'
const yearEn = 'in the past twelve months'

interface Counted {
  readonly times: number
  readonly passed: number
}

export interface SummaryWords {
  readonly title: (organisation: string) => string
  readonly about: (party: string) => string
  readonly asOf: (day: string, size: number) => string
  readonly until: (day: string) => string
  readonly what: string
  readonly foot: string
  readonly duties: {
    readonly title: string
    readonly text: (shown: number, of: number) => string
    readonly heads: readonly [string, string, string, string]
  }
  readonly board: {
    readonly title: string
    readonly text: (trained: number, members: number) => string
  }
  readonly certificates: {
    readonly title: string
    readonly none: string
    readonly heads: readonly [string, string, string, string]
    readonly rests: Readonly<Record<'said' | 'shown' | 'tested', string>>
    readonly stale: string
    readonly noEnd: string
  }
  readonly tests: {
    readonly title: string
    readonly restores: (of: Counted) => string
    readonly exercises: (of: Counted) => string
    readonly last: (day: string) => string
  }
  readonly incidents: {
    readonly title: string
    readonly playbooks: (count: number) => string
    readonly notice: (hours: number) => string
    readonly noNotice: string
  }
  readonly supply: {
    readonly title: string
    readonly text: (of: { critical: number; reviewed: number; with_notice: number }) => string
  }
  readonly answers: {
    readonly title: string
    readonly none: string
    readonly heads: readonly [string, string]
  }
  readonly contact: { readonly title: string; readonly text: (mailbox: string) => string }
  readonly check: { readonly title: string; readonly text: string }
}

export const summaryNl: SummaryWords = {
  title: (organisation) => `Wat ${organisation} laat zien`,
  about: (party) => `Voor ${party}`,
  asOf: (day, size) => `Stand van ${day}, logboek tot regel ${size}`,
  until: (day) => `Dit is met u gedeeld tot ${day}.`,
  what: 'Dit overzicht komt rechtstreeks uit de registers van vandaag. Het zegt wat er is en waarop dat berust. Het is geen keurmerk en geen oordeel van een ander.',
  foot: 'Wat gezegd is, is niet bewezen; wat getoond of getest is, heeft een stuk met een datum.',
  duties: {
    title: 'De tien zorgplichten',
    text: (shown, of) =>
      `Van ${of} eisen zijn er ${shown} ingevoerd met bewijs dat nog geldt. Alleen wat een tweede persoon heeft bekeken, telt.`,
    heads: ['Zorgplicht', 'Met bewijs', 'Gezegd', 'Eisen'],
  },
  board: {
    title: 'Bestuur',
    text: (trained, members) =>
      `${trained} van ${members} bestuurders ${members === 1 ? 'heeft' : 'hebben'} een gecontroleerd certificaat van een training in cyberveiligheid.`,
  },
  certificates: {
    title: 'Certificaten en rapporten',
    none: 'Er zijn geen certificaten of rapporten met u gedeeld.',
    heads: ['Stuk', 'Van', 'Geldig tot', 'Berust op'],
    rests: { said: 'gezegd', shown: 'getoond', tested: 'getest' },
    stale: 'verlopen',
    noEnd: 'geen einddatum',
  },
  tests: {
    title: 'Getest en geoefend',
    restores: ({ times, passed }) =>
      times === 0
        ? `Herstel van back-ups is niet getest ${yearNl}.`
        : `Herstel van back-ups is ${times} keer getest ${yearNl}, ${passed} keer met succes.`,
    exercises: ({ times, passed }) =>
      times === 0
        ? `Er is niet geoefend ${yearNl}.`
        : `Er is ${times} keer geoefend ${yearNl}, ${passed} keer met een geslaagd resultaat.`,
    last: (day) => `Voor het laatst op ${day}.`,
  },
  incidents: {
    title: 'Incidenten',
    playbooks: (count) =>
      count === 0
        ? 'Er is nog geen goedgekeurd draaiboek.'
        : `Er ${count === 1 ? 'is 1 goedgekeurd draaiboek' : `zijn ${count} goedgekeurde draaiboeken`}.`,
    notice: (hours) =>
      `U hoort binnen ${hours} uur van een incident dat u raakt. Zo staat het in het contract met u.`,
    noNotice: 'In het contract met u staat geen termijn voor het melden van incidenten.',
  },
  supply: {
    title: 'Leveranciers',
    text: ({ critical, reviewed, with_notice: notice }) =>
      critical === 0
        ? 'Er zijn geen leveranciers als kritiek aangemerkt.'
        : `Van ${critical} kritieke leveranciers ${reviewed === 1 ? 'is' : 'zijn'} er ${reviewed} ${yearNl} beoordeeld; met ${notice} is een meldtermijn afgesproken.`,
  },
  answers: {
    title: 'Wat wij u hebben geantwoord',
    none: 'Er zijn nog geen antwoorden aan u goedgekeurd en verstuurd.',
    heads: ['Vraag', 'Antwoord'],
  },
  contact: { title: 'Vragen', text: (mailbox) => `Stel ze aan ${mailbox}.` },
  check: {
    title: 'Zelf controleren',
    text: 'Hoort dit overzicht bij een bestand met bewijs, open dan verify.html daaruit in een browser en kies het bestand. Zo ziet u zonder netwerk en zonder ons dat de stukken op de genoemde dagen zijn vastgelegd en sindsdien niet zijn veranderd.',
  },
}

export const summaryEn: SummaryWords = {
  title: (organisation) => `What ${organisation} can show`,
  about: (party) => `For ${party}`,
  asOf: (day, size) => `As of ${day}, log up to entry ${size}`,
  until: (day) => `This is shared with you until ${day}.`,
  what: 'This summary comes straight from today’s registers. It says what there is and what that rests on. It is no quality mark and nobody else’s judgement.',
  foot: 'What was said is not proven; what was shown or tested has a document with a date.',
  duties: {
    title: 'The ten duties of care',
    text: (shown, of) =>
      `Of ${of} requirements ${shown} are in place with proof that still holds. Only what a second person has looked at counts.`,
    heads: ['Duty of care', 'With proof', 'Said', 'Requirements'],
  },
  board: {
    title: 'Board',
    text: (trained, members) =>
      `${trained} of ${members} directors ${members === 1 ? 'holds' : 'hold'} a checked certificate of training in cyber security.`,
  },
  certificates: {
    title: 'Certificates and reports',
    none: 'No certificates or reports have been shared with you.',
    heads: ['Document', 'Of', 'Valid until', 'Rests on'],
    rests: { said: 'said', shown: 'shown', tested: 'tested' },
    stale: 'expired',
    noEnd: 'no end date',
  },
  tests: {
    title: 'Tested and exercised',
    restores: ({ times, passed }) =>
      times === 0
        ? `Restoring backups was not tested ${yearEn}.`
        : `Restoring backups was tested ${times} ${times === 1 ? 'time' : 'times'} ${yearEn}, ${passed} with success.`,
    exercises: ({ times, passed }) =>
      times === 0
        ? `There was no exercise ${yearEn}.`
        : `There ${times === 1 ? 'was 1 exercise' : `were ${times} exercises`} ${yearEn}, of which ${passed} passed.`,
    last: (day) => `Most recently on ${day}.`,
  },
  incidents: {
    title: 'Incidents',
    playbooks: (count) =>
      count === 0
        ? 'There is no approved playbook yet.'
        : `There ${count === 1 ? 'is 1 approved playbook' : `are ${count} approved playbooks`}.`,
    notice: (hours) =>
      `You hear within ${hours} hours of an incident that affects you. The contract with you says so.`,
    noNotice: 'The contract with you names no term for telling you of incidents.',
  },
  supply: {
    title: 'Suppliers',
    text: ({ critical, reviewed, with_notice: notice }) =>
      critical === 0
        ? 'No suppliers are marked as critical.'
        : `Of ${critical} critical suppliers ${reviewed} ${reviewed === 1 ? 'was' : 'were'} reviewed ${yearEn}; a term for notice is agreed with ${notice}.`,
  },
  answers: {
    title: 'What we have answered you',
    none: 'No answers to you have been approved and sent yet.',
    heads: ['Question', 'Answer'],
  },
  contact: { title: 'Questions', text: (mailbox) => `Put them to ${mailbox}.` },
  check: {
    title: 'Check it yourself',
    text: 'If this summary came in a file with proof, open verify.html from that file in a browser and choose the file. Without a network and without us it shows that the documents were recorded on the days they name and have not changed since.',
  },
}

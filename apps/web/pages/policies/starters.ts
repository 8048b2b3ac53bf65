// SPDX-License-Identifier: EUPL-1.2
import type { RecordOf } from '@schouw/contract/client'

type Values = RecordOf<'policy'>['values']

/** A policy that is expected: what it is called and for, never what stands in it. */
export interface Starter {
  readonly code: string
  readonly area: NonNullable<Values['area']>
  readonly duties: NonNullable<Values['duties']>
  readonly applies_to: NonNullable<Values['applies_to']>
  readonly nl: readonly [name: string, purpose: string]
  readonly en: readonly [name: string, purpose: string]
}

/** Months between reviews, as a proposal; the company sets its own. */
export const reviewMonths = 12

export const starters: readonly Starter[] = [
  {
    code: 'B-01',
    area: 'security',
    duties: ['a'],
    applies_to: ['it', 'ot', 'products'],
    nl: [
      'Informatiebeveiliging',
      'Waar het bedrijf voor staat, wie waarvoor verantwoordelijk is en welk niveau het bestuur eist. Al het andere beleid hangt hieraan.',
    ],
    en: [
      'Information security',
      'What the company stands for, who answers for what and which level the board asks. All other policies hang from it.',
    ],
  },
  {
    code: 'B-02',
    area: 'risk',
    duties: ['a'],
    applies_to: ['it', 'ot', 'products'],
    nl: [
      'Omgaan met risico’s',
      'Hoe u risico’s vindt, weegt en behandelt, en tot waar iemand er zonder het bestuur mee mag leven.',
    ],
    en: [
      'Handling risks',
      'How you find, weigh and treat risks, and up to where somebody may live with one without the board.',
    ],
  },
  {
    code: 'B-03',
    area: 'incident',
    duties: ['b'],
    applies_to: ['it', 'ot', 'products'],
    nl: [
      'Incidenten',
      'Wie meldt, wie leidt, wie beslist, wie de overheid en klanten inlicht en hoe u ervan leert.',
    ],
    en: [
      'Incidents',
      'Who reports, who leads, who decides, who informs authorities and customers, and how you learn from it.',
    ],
  },
  {
    code: 'B-04',
    area: 'continuity',
    duties: ['c'],
    applies_to: ['it', 'ot'],
    nl: [
      'Doorgaan en herstellen',
      'Hoe snel elk proces terug moet zijn, welke back-ups daarvoor nodig zijn, hoe u ze test en wie in een crisis aan zet is.',
    ],
    en: [
      'Continuity and recovery',
      'How soon each process must be back, which backups that takes, how you test them and who acts in a crisis.',
    ],
  },
  {
    code: 'B-05',
    area: 'supply',
    duties: ['d'],
    applies_to: ['it', 'ot', 'products'],
    nl: [
      'Leveranciers',
      'Welke eisen u aan leveranciers stelt, hoe u ze beoordeelt en wat in elk contract staat.',
    ],
    en: [
      'Suppliers',
      'What you ask of suppliers, how you review them and what stands in every contract.',
    ],
  },
  {
    code: 'B-06',
    area: 'purchase_and_development',
    duties: ['e'],
    applies_to: ['it', 'ot', 'products'],
    nl: [
      'Kopen, bouwen en onderhouden',
      'Beveiliging vanaf de aankoop of het ontwerp tot en met het afvoeren, met wie een wijziging toestaat.',
    ],
    en: [
      'Buying, building and maintaining',
      'Security from purchase or design to disposal, with who allows a change.',
    ],
  },
  {
    code: 'B-07',
    area: 'advisories',
    duties: ['e'],
    applies_to: ['it', 'ot', 'products'],
    nl: [
      'Kwetsbaarheden en patches',
      'Hoe u van zwakke plekken hoort, binnen hoeveel dagen u beslist, en wat u doet als een machine niet gepatcht kan worden.',
    ],
    en: [
      'Vulnerabilities and patches',
      'How you hear of weaknesses, within how many days you decide, and what you do when a machine cannot be patched.',
    ],
  },
  {
    code: 'B-08',
    area: 'effectiveness',
    duties: ['f'],
    applies_to: ['it', 'ot'],
    nl: [
      'Nagaan of het werkt',
      'Welke maatregelen u toetst, hoe vaak, door wie, en wat er met een bevinding gebeurt.',
    ],
    en: [
      'Checking that it works',
      'Which measures you test, how often, by whom, and what happens with a finding.',
    ],
  },
  {
    code: 'B-09',
    area: 'awareness',
    duties: ['g'],
    applies_to: ['it', 'ot'],
    nl: [
      'Basisgedrag en training',
      'Wat iedereen elke dag doet en laat, wie welke training volgt en hoe vaak.',
    ],
    en: [
      'Everyday conduct and training',
      'What everybody does and leaves every day, who follows which training and how often.',
    ],
  },
  {
    code: 'B-10',
    area: 'cryptography',
    duties: ['h'],
    applies_to: ['it', 'ot', 'products'],
    nl: [
      'Versleuteling',
      'Welke gegevens en verbindingen versleuteld zijn, waarmee, en wie de sleutels beheert.',
    ],
    en: [
      'Encryption',
      'Which data and connections are encrypted, with what, and who keeps the keys.',
    ],
  },
  {
    code: 'B-11',
    area: 'personnel',
    duties: ['i'],
    applies_to: ['it', 'ot'],
    nl: [
      'Mensen in dienst',
      'Wat u nagaat voordat iemand begint, wat er geldt zolang iemand werkt, en wat er op de laatste dag gebeurt.',
    ],
    en: [
      'People in service',
      'What you check before somebody starts, what holds while somebody works, and what happens on the last day.',
    ],
  },
  {
    code: 'B-12',
    area: 'access',
    duties: ['i', 'j'],
    applies_to: ['it', 'ot'],
    nl: [
      'Toegang',
      'Wie waarbij mag, wie dat toestaat, waar een tweede factor verplicht is en wanneer rechten worden nagekeken.',
    ],
    en: [
      'Access',
      'Who may reach what, who allows it, where a second factor is compulsory and when rights are reviewed.',
    ],
  },
  {
    code: 'B-13',
    area: 'asset_management',
    duties: ['i'],
    applies_to: ['it', 'ot'],
    nl: [
      'Bedrijfsmiddelen',
      'Hoe u weet wat u hebt, wie ervoor instaat, hoe zwaar het weegt en hoe het veilig weggaat.',
    ],
    en: [
      'Assets',
      'How you know what you have, who answers for it, how much it matters and how it leaves safely.',
    ],
  },
  {
    code: 'B-14',
    area: 'remote_access',
    duties: ['d', 'j'],
    applies_to: ['ot'],
    nl: [
      'Toegang op afstand tot de fabriek',
      'Wie van buiten bij machines mag, via welke weg, met wiens akkoord en hoe het wordt vastgelegd.',
    ],
    en: [
      'Remote access to the factory',
      'Who from outside may reach machines, by which way, with whose consent and how it is recorded.',
    ],
  },
]

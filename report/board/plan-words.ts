// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../words/index.ts'

const nl = {
  title: 'Het plan op een tijdlijn',
  description:
    'Elke balk is een actie, van het begin tot de afgesproken dag. Een streeplijn loopt door tot vandaag waar die dag voorbij is.',
  caption: 'Acties met hun dagen',
  columns: {
    action: 'Actie',
    from: 'Van',
    to: 'Klaar',
    promised: 'Eerst beloofd',
    owner: 'Eigenaar',
    state: 'Stand',
  },
  states: { open: 'loopt', late: 'te laat', done: 'klaar' },
  today: 'vandaag',
  open: 'loopt',
  late: 'over de dag heen',
  done: 'klaar',
  moved: 'eerst beloofde dag',
  noDay: 'geen dag',
  nobody: 'niemand',
  waves: {
    days_30: 'Eerste dertig dagen',
    days_60: 'Tweede dertig dagen',
    days_90: 'Derde dertig dagen',
    later: 'Daarna',
  } as Readonly<Record<string, string>>,
  other: 'Buiten het plan',
}

const en: typeof nl = {
  title: 'The plan on a time line',
  description:
    'Each bar is an action, from its start to the agreed day. A dashed line runs on to today where that day has passed.',
  caption: 'Actions with their days',
  columns: {
    action: 'Action',
    from: 'From',
    to: 'Due',
    promised: 'First promised',
    owner: 'Owner',
    state: 'Standing',
  },
  states: { open: 'running', late: 'late', done: 'done' },
  today: 'today',
  open: 'running',
  late: 'past its day',
  done: 'done',
  moved: 'day first promised',
  noDay: 'no day',
  nobody: 'nobody',
  waves: {
    days_30: 'First thirty days',
    days_60: 'Second thirty days',
    days_90: 'Third thirty days',
    later: 'After that',
  },
  other: 'Outside the plan',
}

export function planWords(language: Language): typeof nl {
  return { nl: nl, en: en }[language]
}

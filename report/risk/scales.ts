// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../words/index.ts'

export const scaleNames = [
  'likelihood',
  'continuity',
  'money',
  'reputation',
  'safety_of_people',
  'environment',
] as const

export type ScaleName = (typeof scaleNames)[number]

/** What each of the five steps means, for whoever has not said it in words of their own. */
export type Scales = Readonly<Record<ScaleName, readonly [string, string, string, string, string]>>

const nl: Scales = {
  likelihood: [
    'minder dan eens in de 100 jaar',
    'eens in de 30 tot 100 jaar',
    'eens in de 10 tot 30 jaar',
    'eens in de 2 tot 10 jaar',
    'vaker dan eens in de 2 jaar',
  ],
  continuity: [
    'geen lijn stil',
    'een cel een dienst stil',
    'een lijn een dag stil',
    'een lijn een week stil',
    'de fabriek een week of langer stil',
  ],
  money: [
    'minder dan 0,05 % van de jaaromzet',
    'tot 0,2 % van de jaaromzet',
    'tot 1 % van de jaaromzet',
    'tot 5 % van de jaaromzet',
    'meer dan 5 % van de jaaromzet',
  ],
  reputation: [
    'niemand merkt het',
    'een klant klaagt',
    'klanten vragen om uitleg',
    'een grote klant vertrekt',
    'klanten en toezichthouder verliezen vertrouwen',
  ],
  safety_of_people: [
    'geen letsel',
    'eerste hulp',
    'letsel met verzuim',
    'blijvend letsel',
    'iemand kan overlijden',
  ],
  environment: [
    'niets buiten de hal',
    'te ruimen binnen het hek',
    'melding bij het bevoegd gezag',
    'schade buiten het hek',
    'langdurige schade buiten het hek',
  ],
}

const en: Scales = {
  likelihood: [
    'less than once in 100 years',
    'once in 30 to 100 years',
    'once in 10 to 30 years',
    'once in 2 to 10 years',
    'more often than once in 2 years',
  ],
  continuity: [
    'no line stops',
    'a cell stops for a shift',
    'a line stops for a day',
    'a line stops for a week',
    'the factory stops for a week or longer',
  ],
  money: [
    'less than 0.05 % of yearly turnover',
    'up to 0.2 % of yearly turnover',
    'up to 1 % of yearly turnover',
    'up to 5 % of yearly turnover',
    'more than 5 % of yearly turnover',
  ],
  reputation: [
    'nobody notices',
    'a customer complains',
    'customers ask for an explanation',
    'a large customer leaves',
    'customers and regulator lose trust',
  ],
  safety_of_people: [
    'no injury',
    'first aid',
    'injury with absence',
    'lasting injury',
    'somebody may die',
  ],
  environment: [
    'nothing outside the hall',
    'can be cleared within the fence',
    'to be reported to the authority',
    'damage outside the fence',
    'lasting damage outside the fence',
  ],
}

export function usualScales(language: Language): Scales {
  return { nl: nl, en: en }[language]
}

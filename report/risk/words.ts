// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../words/index.ts'

export const riskWords = {
  nl: {
    curve: {
      title: 'Kans op schade in een jaar',
      describe: (expected: string, ten: string, hundred: string) =>
        `Gemiddeld ${expected} per jaar. Eens in de tien jaar is het ${ten} of meer, eens in de honderd jaar ${hundred} of meer.`,
      axis: 'Schade in een jaar, of meer',
      now: 'zoals het nu is',
      after: 'met de gekozen maatregelen',
      appetite: (amount: string) => `uw grens ${amount}`,
      beyond: (text: string) => `${text}, verder naar rechts →`,
      chances: ['elk jaar', '1 op 2 jaar', '1 op 10 jaar', '1 op 100 jaar'],
      caption: 'Schade in een jaar, in euro',
      how: 'Hoe vaak',
      expected: 'Gemiddeld per jaar',
      once: ['1 op 2 jaar', '1 op 10 jaar', '1 op 20 jaar', '1 op 100 jaar'],
      limit: (years: number) => `Grens: eens in de ${years} jaar`,
      limitNames: ['grens van het bestuur', 'grens overschreden'] as const,
      margin: 'Marge door toeval',
      none: '–',
    },
    matrix: {
      title: 'Risico’s naar kans en gevolg',
      describe: (rated: number, unrated: number) =>
        `${rated} risico’s in stappen van vijf${unrated === 0 ? '' : `; ${unrated} zonder stappen staan er niet in`}.`,
      likelihood: 'Kans, 1 tot 5',
      impact: 'Gevolg, 1 tot 5',
      weights: ['licht (onder 8)', 'middel (8 tot 14)', 'zwaar (15 en meer)'],
      hurts: 'kan mensen of milieu ernstig schaden',
      more: (count: number) => `nog ${count}`,
      columns: ['Risico', 'Naam', 'Kans', 'Gevolg', 'Weegt'],
      caption: 'Risico’s naar kans en gevolg',
    },
  },
  en: {
    curve: {
      title: 'Chance of loss in a year',
      describe: (expected: string, ten: string, hundred: string) =>
        `On average ${expected} a year. Once in ten years it is ${ten} or more, once in a hundred years ${hundred} or more.`,
      axis: 'Loss in a year, or more',
      now: 'as it is now',
      after: 'with the measures chosen',
      appetite: (amount: string) => `your limit ${amount}`,
      beyond: (text: string) => `${text}, further right →`,
      chances: ['every year', '1 in 2 years', '1 in 10 years', '1 in 100 years'],
      caption: 'Loss in a year, in euros',
      how: 'How often',
      expected: 'Average a year',
      once: ['1 in 2 years', '1 in 10 years', '1 in 20 years', '1 in 100 years'],
      limit: (years: number) => `Limit: once in ${years} years`,
      limitNames: ['limit of the board', 'limit broken'] as const,
      margin: 'Margin of chance',
      none: '–',
    },
    matrix: {
      title: 'Risks by likelihood and impact',
      describe: (rated: number, unrated: number) =>
        `${rated} risks in steps of five${unrated === 0 ? '' : `; ${unrated} without steps are not in it`}.`,
      likelihood: 'Likelihood, 1 to 5',
      impact: 'Impact, 1 to 5',
      weights: ['light (below 8)', 'middling (8 to 14)', 'grave (15 and more)'],
      hurts: 'could gravely harm people or the environment',
      more: (count: number) => `${count} more`,
      columns: ['Risk', 'Name', 'Likelihood', 'Impact', 'Weighs'],
      caption: 'Risks by likelihood and impact',
    },
  },
} as const satisfies Record<Language, unknown>

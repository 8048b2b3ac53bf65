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
      after: {
        chosen: 'met de gekozen maatregelen',
        proposed: 'met alle voorgestelde maatregelen',
      },
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
    losses: {
      title: 'Wat risico’s in een jaar kosten',
      answer: (mean: string, ten: string) =>
        `Gemiddeld kosten de risico’s ${mean} per jaar; eens in de tien jaar is het ${ten} of meer.`,
      later: (count: number, mean: string, ten: string) =>
        count === 1
          ? `Met de voorgestelde maatregel wordt dat ${mean}, en ${ten}.`
          : `Met de ${count} voorgestelde maatregelen wordt dat ${mean}, en ${ten}.`,
      costs: (once: string, yearly: string) => `Die kosten ${once} eenmalig en ${yearly} per jaar.`,
      costless: (count: number) =>
        count === 1
          ? 'Van één maatregel zijn de kosten niet bekend.'
          : `Van ${count} maatregelen zijn de kosten niet bekend.`,
      nothing:
        'Van geen enkel risico is geschat hoe vaak het voorkomt én wat het kost. Dat is iets anders dan nul.',
      missing: (left: number, all: number) =>
        `${left} van de ${all} risico’s ${left === 1 ? 'telt' : 'tellen'} niet mee: niet geschat is hoe vaak of hoeveel. De bedragen zijn dus te laag.`,
      partly: (count: number) =>
        count === 1
          ? 'Bij één risico is de schade een deel: van iets wat stilvalt, zijn de kosten per uur of de duur niet bekend.'
          : `Bij ${count} risico’s is de schade een deel: van iets wat stilvalt, zijn de kosten per uur of de duur niet bekend.`,
      unlikely: (count: number) =>
        count === 1
          ? 'Bij één risico is de kans lager geschat dan de meting laat zien.'
          : `Bij ${count} risico’s is de kans lager geschat dan de meting laat zien.`,
      within: (of: number) =>
        of === 1
          ? 'Dat is binnen de grens van het bestuur.'
          : `Dat is binnen alle ${of} grenzen van het bestuur.`,
      broken: (broken: number, of: number) =>
        of === 1
          ? 'Dat is boven de grens van het bestuur.'
          : `Dat is boven ${broken} van de ${of} grenzen van het bestuur.`,
      laterBroken: (broken: number) =>
        broken === 0
          ? 'Met de maatregelen is het binnen elke grens.'
          : `Met de maatregelen: boven ${broken}.`,
      noAppetite: 'Het bestuur heeft nog geen grens in euro per jaar gezet.',
      table: 'Risico’s in euro',
      columns: [
        'Nr',
        'Risico',
        'Keer per jaar',
        'Schade per keer',
        'Rust op',
        'Gemiddeld per jaar',
        'Met maatregelen',
      ],
      from: { said: 'euro’s, gezegd', outage: 'uren, gezegd', tested: 'uren, getest' },
      unknown: 'niet geschat',
      proof: (years: string, seed: number, model: string, digest: string) =>
        `Uit ${years} gesimuleerde jaren, seed ${seed}, model ${model}, vingerafdruk van de invoer ${digest}. Reken het na: schouw simulate losses.json.`,
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
      after: { chosen: 'with the measures chosen', proposed: 'with all measures proposed' },
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
    losses: {
      title: 'What risks cost in a year',
      answer: (mean: string, ten: string) =>
        `On average the risks cost ${mean} a year; once in ten years it is ${ten} or more.`,
      later: (count: number, mean: string, ten: string) =>
        count === 1
          ? `With the measure proposed that becomes ${mean}, and ${ten}.`
          : `With the ${count} measures proposed that becomes ${mean}, and ${ten}.`,
      costs: (once: string, yearly: string) => `They cost ${once} once and ${yearly} a year.`,
      costless: (count: number) =>
        count === 1
          ? 'Of one measure the cost is not known.'
          : `Of ${count} measures the cost is not known.`,
      nothing:
        'Of no risk has anybody estimated both how often it happens and what it costs. That is not the same as nothing.',
      missing: (left: number, all: number) =>
        `${left} of ${all} risks ${left === 1 ? 'does' : 'do'} not count: how often or how much is not estimated. The amounts are too low by that.`,
      partly: (count: number) =>
        count === 1
          ? 'Of one risk the loss is a part: of something that stops, the cost per hour or the length is not known.'
          : `Of ${count} risks the loss is a part: of something that stops, the cost per hour or the length is not known.`,
      unlikely: (count: number) =>
        count === 1
          ? 'One risk is thought less likely than what was measured shows.'
          : `${count} risks are thought less likely than what was measured shows.`,
      within: (of: number) =>
        of === 1
          ? 'That is within the limit of the board.'
          : `That is within all ${of} limits of the board.`,
      broken: (broken: number, of: number) =>
        of === 1
          ? 'That is above the limit of the board.'
          : `That is above ${broken} of the ${of} limits of the board.`,
      laterBroken: (broken: number) =>
        broken === 0
          ? 'With the measures it is within every limit.'
          : `With the measures: above ${broken}.`,
      noAppetite: 'The board has not yet set a limit in euros a year.',
      table: 'Risks in euros',
      columns: [
        'No.',
        'Risk',
        'Times a year',
        'Loss each time',
        'Rests on',
        'Average a year',
        'With measures',
      ],
      from: { said: 'euros, said', outage: 'hours, said', tested: 'hours, tested' },
      unknown: 'not estimated',
      proof: (years: string, seed: number, model: string, digest: string) =>
        `From ${years} simulated years, seed ${seed}, model ${model}, digest of the input ${digest}. Work it out yourself: schouw simulate losses.json.`,
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

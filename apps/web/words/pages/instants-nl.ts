// SPDX-License-Identifier: EUPL-1.2

export const instantsNl = {
  twice: 'De klok gaat die nacht terug: dit uur komt twee keer. Welke keer was het?',
  which: (nth: number, at: string) => `de ${nth === 0 ? 'eerste' : 'tweede'} keer: ${at}`,
  skipped: (time: string) =>
    `De klok gaat die nacht vooruit: ${time} bestaat niet. Er staat nu een uur later.`,
}

// SPDX-License-Identifier: EUPL-1.2
import type { RiskWords } from './risks-nl.ts'

export const risksEn: RiskWords = {
  title: 'Risks in euros',
  answer: (mean, ten) =>
    `On average your risks cost ${mean} a year; once in ten years it is ${ten} or more.`,
  answerLater: (count, mean, ten) =>
    `With ${count === 1 ? 'this measure' : `these ${count} measures`} that becomes ${mean}, and ${ten}.`,
  home: {
    now: (mean) => `On average ${mean} a year.`,
    later: (count, mean) =>
      count === 1
        ? `With the measure proposed ${mean}.`
        : `With the ${count} measures proposed ${mean}.`,
  },
  appetite: {
    none: 'The board has not set a limit in euros a year yet.',
    set: 'Set the limit',
    within: (of: number) =>
      of === 1 ? 'Within the limit of the board.' : `Within all ${of} limits of the board.`,
    broken: (broken: number, of: number) =>
      of === 1
        ? 'Above the limit of the board.'
        : `Above ${broken} of the ${of} limits of the board.`,
    mean: (limit: string) => `an average year at most ${limit}`,
    point: (years: string, limit: string, chance: string) =>
      `once in ${years} years at most ${limit}; chance of more: ${chance}`,
    later: (broken, of) =>
      broken === 0 ? 'With these measures: none.' : `With these measures: ${broken} of ${of}.`,
    over: 'above it',
    kept: 'within it',
    title: 'What the board can bear',
    decision: 'Decision',
    change: 'Propose a limit',
  },
  missing: (left, all) =>
    `${left} of ${all} ${all === 1 ? 'risk does' : 'risks do'} not count: there is no estimate of how often or how much. The amounts below are too low for that.`,
  partly: (count) =>
    `Of ${count} ${count === 1 ? 'risk' : 'risks'} the loss is a part: of something that stops, we do not know the cost per hour or for how long.`,
  hidden: 'You do not see all registers; what rests on them is missing here.',
  nothing: {
    title: 'No amount to name yet',
    text: 'Of no risk is it known both how often it happens and what it costs. That is not the same as nothing.',
    how: 'Say for each risk how often a year you expect it: a low and a high number between which it lies in nine cases of ten. The loss follows from your estimate, or from hours of standstill times the cost per hour of the process.',
    none: 'There are no risks in the register yet.',
    add: 'Add a risk',
  },
  running: (done, of) => `Calculating: ${done} of ${of} blocks`,
  whatIf: 'What if',
  whatIfHelp:
    'Switch measures on or off; the dashed line is without. This changes nothing in the register.',
  noTreatments:
    'There are no treatments yet. Record with a risk what you can do, what it costs and what remains.',
  addTreatment: 'Add a treatment',
  quick: 'Provisional, from 10,000 years',
  inEstimate: 'is in the estimate already',
  withoutEffect: 'does not say what remains',
  costless: (count) =>
    `Of ${count} chosen ${count === 1 ? 'measure' : 'measures'} the cost is not known.`,
  plan: {
    nothing: 'Nothing',
    asChosen: 'As chosen',
    everything: 'Everything',
    budget: 'Budget first year, €',
    noBudget: 'no bound',
    budgetWrong: 'Expected: whole euros, 0 or more, such as 150000',
    years: 'Over years',
    yearsWrong: 'Expected: 1 to 20',
    best: 'Best choice',
    noneWorth: 'Within this budget nothing is worth its money.',
    bestIs: (count, cost, net, years) =>
      `Best choice: ${count} ${count === 1 ? 'measure' : 'measures'} for ${cost} in the first year; leaves ${net} over ${years} years.`,
    exact: 'There is no better combination.',
    bound: (eur) => `No combination leaves more than ${eur}.`,
    unknown: (count) =>
      `${count} ${count === 1 ? 'measure does' : 'measures do'} not count: cost or effect unknown.`,
    together: (count, avoided) =>
      `${count} ${count === 1 ? 'measure avoids' : 'measures together avoid'} ${avoided} a year on average.`,
    costs: (once, yearly) => `Cost: ${once} once and ${yearly} a year.`,
  },
  options: {
    title: 'Measures by what they bring',
    help: (years) =>
      `What each measure avoids alone, on top of what is chosen. One-off cost counts over ${years} years.`,
    measure: 'Measure',
    avoided: 'Avoids a year',
    once: 'Once',
    yearly: 'A year',
    perEuro: 'Avoids per euro',
    paysBack: 'Pays back in',
    years: (years) => `${years} years`,
    never: 'never',
    chosen: 'chosen',
    refused: 'Refused, and what that costs',
    refusedCosts: (eur) => `would have avoided ${eur} a year on average`,
    refusedUnknown: 'what this would have avoided is not known',
  },
  proposals: {
    title: 'Proposals',
    help: 'What was measured, missed or can happen, and no risk covers yet. Take over, or reject with a reason; both are kept.',
    none: 'There is no proposal.',
    from: {
      finding: 'From findings',
      restore_test: 'From restore tests',
      hazard: 'From the list of all hazards',
    },
    restoreTest: (system) => `Restoring ${system} was missed or failed`,
    severity: { low: 'low', medium: 'medium', high: 'high', critical: 'critical' },
    grounds: 'Shown by:',
    reason: 'Why not',
    accept: 'Take over',
    reject: 'Reject',
    back: 'Back',
    failed: 'This was not recorded. You may not be allowed to, or it is there already.',
    showAll: (count) => `Show all ${count}`,
  },
  top: 'Largest risks',
  columns: {
    risk: 'Risk',
    times: 'Times a year',
    loss: 'Loss each time',
    hours: 'Standstill',
    expected: 'Average a year',
    trail: 'Trail',
  },
  from: { said: 'said', outage: 'from hours of standstill' },
  basis: { said: 'said', tested: 'measured in a restore test' },
  unknown: 'not estimated',
  accepted: (until) => `accepted until ${until}`,
  lapsed: 'acceptance lapsed',
  toTrail: 'From packet to euro',
  matrix: 'Likelihood and impact',
  sensitivity: 'Which estimate matters most',
  sensitivityHelp:
    'The yearly average of this risk if only this estimate were at its low or its high end.',
  swing: { frequency: 'how often', loss_eur: 'loss each time' },
  checks: 'What does not fit or is missing',
  noChecks: 'Nothing found.',
  check: {
    crown_jewel_without_risk: 'Crown jewel without a risk',
    risk_without_owner: 'Risk without an owner',
    measure_without_risk: 'Measure that belongs to no risk',
    inverted_range: 'Low and high are the wrong way around',
    one_end: 'Only one end of the range is given',
    cost_parts_inverted: 'A part of the cost per hour has low and high the wrong way around',
    cost_parts_differ: 'The cost per hour lies outside what its parts add up to',
    absurd_estimate: 'This estimate cannot be',
    loss_below_outage: 'The loss is lower than what the hours of standstill alone cost',
    circular_dependency: 'This process in the end depends on itself',
    treatment_without_effect: 'Treatment does not say what remains',
    treatment_worsens: 'After this treatment the risk would be larger',
    likelihood_below_findings: 'Likelihood 1 or 2, while a grave finding is open',
    acceptance_over: 'Acceptance no longer holds',
  },
  proof: (years, seed, model) => `${years} simulated years, seed ${seed}, model ${model}.`,
  digest: 'Digest of the input',
  input: 'Input for schouw simulate',
  trail: {
    title: 'From packet to euro',
    steps: {
      findings: 'Finding',
      assets: 'Device',
      zones: 'Zone',
      crown_jewels: 'Crown jewel',
      processes: 'Process',
      risk: 'Risk',
      euros: 'Euros',
      treatments: 'Treatment',
      measures: 'Measure',
      actions: 'Action',
      acceptances: 'Acceptance',
      decisions: 'Decision',
    },
    none: 'nothing recorded',
    more: (count) => `${count} more`,
    perHour: (amount) => `${amount} an hour of standstill`,
    perDay: (amount) => `${amount} a day of standstill`,
    back: 'All risks',
  },
}

// SPDX-License-Identifier: EUPL-1.2
import type { Action, Baseline, Risk, Sentence } from '@schouw/core/baseline'

const processes = 'Lassen van frames'

export const risks: readonly Risk[] = [
  risk(
    'r1',
    { code: 'risk.flat_network', facts: { processes } },
    {
      cause: {
        code: 'cause.flat_network',
        facts: { from: 'Kantoor Almelo', to: 'Lijn 2 Lassen', pairs: 2 },
      },
      money: [180_000, 640_000],
      hours: [72, 216],
      levels: [4, 5],
      contradictions: ['c1'],
    },
  ),
  risk(
    'r2',
    { code: 'risk.remote_access', facts: { processes } },
    {
      cause: { code: 'cause.remote_access', facts: { tools: 'talk2m', findings: 2 } },
      money: [90_000, 410_000],
      hours: [24, 120],
      levels: [4, 4],
      contradictions: ['c2', 'c3'],
    },
  ),
  risk(
    'r3',
    { code: 'risk.no_recovery', facts: { processes: 'Lassen van frames, Frezen' } },
    {
      cause: { code: 'cause.no_recovery', facts: { systems: 'SCADA-server lijn 2', findings: 1 } },
      money: [120_000, 1_150_000],
      hours: [96, 336],
      levels: [3, 5],
      contradictions: ['c4'],
    },
  ),
  risk(
    'r4',
    { code: 'risk.supplier_failure', facts: { processes: 'Planning', suppliers: 'Rekenwolk ERP' } },
    {
      cause: { code: 'cause.supplier_failure', facts: { suppliers: 'Rekenwolk ERP', count: 1 } },
      money: null,
      hours: [12, 40],
      levels: [3, 3],
      contradictions: [],
    },
  ),
  risk(
    'r5',
    { code: 'risk.readable_passwords', facts: { processes: '' } },
    {
      cause: { code: 'cause.readable_passwords', facts: { protocols: 'telnet', devices: 1 } },
      money: null,
      hours: null,
      levels: [3, 2],
      contradictions: ['c5'],
    },
  ),
  risk(
    'r6',
    { code: 'risk.unknown_devices', facts: { processes: '', count: 11 } },
    {
      cause: { code: 'cause.unknown_devices', facts: { count: 11, of: 52 } },
      money: [8_000, 45_000],
      hours: [4, 16],
      levels: [2, 3],
      contradictions: ['c6'],
    },
  ),
]

function risk(
  id: string,
  sentence: Sentence,
  of: {
    cause: Sentence
    money: readonly [number, number] | null
    hours: readonly [number, number] | null
    levels: readonly [number, number]
    contradictions: readonly string[]
  },
): Risk {
  return {
    id,
    sentence,
    cause: of.cause,
    consequence: {
      continuity:
        of.hours === null
          ? null
          : {
              code: 'consequence.stop',
              facts: { processes, low_hours: of.hours[0], high_hours: of.hours[1] },
            },
      money: of.money === null ? null : { low_eur: of.money[0], high_eur: of.money[1] },
      outage_hours: of.hours === null ? null : { low: of.hours[0], high: of.hours[1] },
      safety:
        id === 'r1'
          ? {
              code: 'consequence.safety',
              facts: { process: processes, text: 'robots kunnen onverwacht bewegen' },
            }
          : null,
      reputation: null,
    },
    likelihood: {
      level: of.levels[0],
      reasons: [{ code: 'reason.seen_on_network', facts: { findings: 2 } }],
    },
    impact: {
      level: of.levels[1],
      reasons: [{ code: 'reason.crown_jewel', facts: { processes } }],
    },
    processes: ['lassen'],
    assets: [],
    contradictions: of.contradictions,
    detections: [],
    actions: ['act-3'],
  }
}

type Plan = readonly [
  sentence: Sentence,
  week: number,
  role: string,
  owner: string | null,
  extra?: Partial<Action>,
]

const quick = { is_quick_win: true, effort: 'hours' } as const
const people = 'Anna de Wit, Joris Hendriks'

const plans: readonly Plan[] = [
  [
    { code: 'action.confirm_scope', facts: { entity_class: 'important' } },
    1,
    'director',
    'Anna de Wit',
  ],
  [
    { code: 'action.register_entity', facts: { article: 'Cbw art. 44' } },
    2,
    'ciso',
    'Piet Bos',
    quick,
  ],
  [
    {
      code: 'action.separate_zones',
      facts: { from: 'Kantoor Almelo', to: 'Lijn 2 Lassen', pairs: 2 },
    },
    6,
    'ot_engineer',
    'Mo Yilmaz',
    {
      effort: 'weeks',
      cost_eur: { low_eur: 18_000, high_eur: 42_000 },
      contradictions: ['c1'],
      requirements: ['E2'],
    },
  ],
  [
    { code: 'action.close_remote_access', facts: { tools: 'talk2m', count: 1 } },
    3,
    'ot_engineer',
    'Mo Yilmaz',
    { ...quick, requirements: ['D5'], contradictions: ['c2', 'c3'] },
  ],
  [
    {
      code: 'action.register_devices',
      facts: { count: 11, zones: 'Kantoor Almelo, Lijn 2 Lassen' },
    },
    4,
    'ot_engineer',
    'Mo Yilmaz',
    { ...quick, requirements: ['I1'], contradictions: ['c6'] },
  ],
  [
    { code: 'action.protect_logins', facts: { protocols: 'telnet', devices: 1 } },
    4,
    'it_manager',
    null,
    { ...quick, requirements: ['H5'] },
  ],
  [
    {
      code: 'action.renew_certificate',
      facts: { target: 'SERVER-dmz-1', valid_until: '2026-12-20', days: 29, others: 0 },
    },
    4,
    'it_manager',
    null,
    quick,
  ],
  [
    { code: 'action.do_restore_test', facts: { systems: 'SCADA-server lijn 2', count: 1 } },
    6,
    'it_manager',
    null,
    { requirements: ['C4'] },
  ],
  [{ code: 'action.measure_missing', facts: { parts: 'answers' } }, 5, 'ciso', 'Piet Bos'],
  [{ code: 'action.set_level', facts: {} }, 7, 'director', 'Anna de Wit'],
  [
    { code: 'action.approve_policy', facts: {} },
    8,
    'director',
    'Anna de Wit',
    { requirements: ['A1'] },
  ],
  [
    { code: 'action.incident_procedure', facts: {} },
    9,
    'ciso',
    'Piet Bos',
    { requirements: ['B6'] },
  ],
  [
    { code: 'action.supplier_clauses', facts: { suppliers: 'Lastechniek Twente B.V.', count: 1 } },
    10,
    'purchasing',
    null,
    { effort: 'weeks', requirements: ['D3'] },
  ],
  [
    { code: 'action.train_staff', facts: {} },
    10,
    'hr',
    null,
    { cost_eur: { low_eur: 6_000, high_eur: 9_000 } },
  ],
  [
    { code: 'action.train_directors', facts: { people, count: 2, first_due: '2028-08-15' } },
    10,
    'director',
    'Anna de Wit',
  ],
  [{ code: 'action.tabletop', facts: { scenario: 'flat_network' } }, 11, 'ciso', 'Piet Bos'],
  [{ code: 'action.decide_risks', facts: { count: 6 } }, 12, 'director', 'Anna de Wit'],
  [{ code: 'action.repeat_baseline', facts: {} }, 13, 'ciso', 'Piet Bos'],
]

export const actions: readonly Action[] = plans.map(([title, week, role, owner, extra], n) => ({
  id: `act-${n + 1}`,
  title,
  owner_role: role,
  owner,
  due: day(7 * week - 2),
  week,
  phase:
    week <= 2
      ? 'scope'
      : week <= 6
        ? 'baseline'
        : week <= 10
          ? 'governance'
          : week <= 12
            ? 'decide'
            : 'rhythm',
  is_quick_win: false,
  effort: 'days',
  cost_eur: null,
  requirements: [],
  risks: week === 6 ? ['r1'] : [],
  contradictions: [],
  ...extra,
}))

const phases: readonly (readonly [Action['phase'], number, number])[] = [
  ['scope', 1, 2],
  ['baseline', 3, 6],
  ['governance', 7, 10],
  ['decide', 11, 12],
  ['rhythm', 13, 13],
]

export const roadmap: Baseline['roadmap'] = phases.map(([phase, first, last]) => ({
  phase,
  weeks: [first, last],
  from: day(7 * (first - 1)),
  to: day(7 * last - 1),
  actions: actions.filter((action) => action.phase === phase).map((action) => action.id),
}))

export const decisions: Baseline['decisions'] = [
  {
    id: 'd-1',
    question: {
      code: 'decision.approve_measures',
      facts: { article: 'Cbw art. 24(1)', below: 7, measured: 9 },
    },
    if_yes: { code: 'decision.approve_measures.yes', facts: {} },
    if_no: { code: 'decision.approve_measures.no', facts: { article: 'Cbw art. 24(1)' } },
    proposed_by: 'Piet Bos',
    due: '2026-12-15',
    money: { low_eur: 24_000, high_eur: 51_000 },
    source: { kind: 'law', article: 'Cbw art. 24(1)', source: 'Cbw art. 24(1)' },
  },
  {
    id: 'd-2',
    question: { code: 'decision.close_remote_access', facts: { tools: 'talk2m', count: 1 } },
    if_yes: {
      code: 'decision.close_remote_access.yes',
      facts: { suppliers: 'Lastechniek Twente B.V.' },
    },
    if_no: { code: 'decision.close_remote_access.no', facts: {} },
    proposed_by: 'Mo Yilmaz',
    due: '2026-12-01',
    money: null,
    source: null,
  },
  {
    id: 'd-3',
    question: {
      code: 'text.own',
      facts: { text: 'Stel een reservebesturing voor lijn 2 beschikbaar (levertijd 26 weken).' },
    },
    if_yes: null,
    if_no: null,
    proposed_by: 'Mo Yilmaz',
    due: null,
    money: { low_eur: 38_000, high_eur: 38_000 },
    source: { kind: 'row', path: 'organisation.yaml', line: 44 },
  },
]

function day(after: number): string {
  return new Date(Date.UTC(2026, 10, 23 + after)).toISOString().slice(0, 10)
}

// SPDX-License-Identifier: EUPL-1.2
/**
 * Testing: a rich, made-up baseline of a fictional Dutch machine builder, to draw and write reports
 * from without a factory folder. Nothing in it exists.
 */
import type { Baseline, Figure } from '@schouw/core/baseline'
import { directorTerm, scopeOf } from '@schouw/core/law'
import { actions, decisions, risks, roadmap } from './decisions.ts'
import { contradictions, detections, suppliers } from './findings.ts'
import { losses } from './losses.ts'
import { measures } from './measures.ts'
import { plant } from './plant.ts'

export { plant } from './plant.ts'

const inputs = [
  ['organisation.yaml', 'organisation', 1_894],
  ['zones.yaml', 'zones', 2_310],
  ['processes.yaml', 'processes', 1_204],
  ['answers.yaml', 'answers', 18_220],
  ['assets.csv', 'assets', 6_204],
  ['suppliers.csv', 'suppliers', 1_190],
  ['people.csv', 'people', 702],
  ['captures/kantoor.pcapng', 'capture', 41_288_310],
  ['captures/lijn-2.pcap', 'capture', 88_102_998],
] as const

/** A baseline as of 21 November 2026; `times` as many devices as the example has. */
export function exampleBaseline(times = 1): Baseline {
  const { zones, assets, flows } = plant(times)
  return {
    schema: 'schouw/baseline/1',
    as_of: '2026-11-21T16:30:00Z',
    organisation: {
      name: 'Zilverdam Machinebouw B.V.',
      jurisdiction: 'NL',
      time_zone: 'Europe/Amsterdam',
      sites: [{ id: 'almelo', name: 'Almelo' }],
    },
    inputs: inputs.map(([path, kind, bytes], n) => ({
      path,
      kind,
      bytes,
      sha256: (n + 10).toString(16).padStart(2, '0').repeat(32),
    })),
    not_measured: ['evidence'],
    scope: scopeOf({
      jurisdiction: 'NL',
      sector: {
        annex: 'II',
        sector_id: 'manufacturing',
        subsector_id: 'manufacturing.machinery',
        nace_division: '28',
      },
      fiscal_years: [
        { year: 2024, awu: 128, turnover_eur: 27_400_000, balance_eur: 12_100_000 },
        { year: 2025, awu: 134, turnover_eur: 28_900_000, balance_eur: 12_600_000 },
      ],
      makes_digital_products: true,
    }),
    directors: [
      director('p1', 'Anna de Wit', '2019-03-01', true),
      director('p2', 'Joris Hendriks', '2026-10-01', true),
      director('p3', 'Lotte van Es', null, true),
      director('p4', 'Willem Kamp', '2022-01-01', false),
    ],
    board_level: { level: 3, decided_on: '2026-07-07', decision: '2026-07' },
    inventory: {
      assets,
      register_only: [
        { name: 'CNC-04', path: 'assets.csv', line: 31, zone: 'lijn1', state: 'not_seen' },
        { name: 'Pers 7', path: 'assets.csv', line: 40, zone: 'lijn1', state: 'cannot_be_seen' },
      ],
      coverage: {
        named: Math.round(assets.length * 0.6),
        with_vendor: Math.round(assets.length * 0.55),
        with_model: Math.round(assets.length * 0.2),
        with_firmware: Math.round(assets.length * 0.08),
        assets: assets.length,
        silent: Math.round(assets.length / 17),
        one_way_conversations: 4,
        encrypted_ot_conversations: 7,
        vlans: [10, 40, 50, 60],
        site_ranges: [{ range: '10.20.0.0/16', basis: 'binding' }],
        advice: [
          { code: 'mirror_elsewhere', facts: { silent: 3 } },
          { code: 'let_engineer_browse', facts: { controllers: 9, without_model: 6 } },
        ],
      },
      captures: [
        {
          file: 'captures/kantoor.pcapng',
          packets: 402_118,
          first: '2026-11-12T08:00:00Z',
          last: '2026-11-12T16:00:00Z',
          oddities: {},
        },
        {
          file: 'captures/lijn-2.pcap',
          packets: 1_904_551,
          first: '2026-11-12T08:10:00Z',
          last: '2026-11-12T23:45:00Z',
          oddities: { truncated: 12 },
        },
      ],
      protocols: {
        pn_io: { packets: 1_402_113, bytes: 90_112_000 },
        s7comm: { packets: 561_331, bytes: 61_220_118 },
        tls: { packets: 68_103, bytes: 41_002_118 },
        telnet: { packets: 88, bytes: 6_400 },
      },
    },
    network: { zones, flows },
    measures: measures(),
    contradictions,
    detections,
    crown_jewels: [
      {
        process: 'lassen',
        name: 'Lassen van frames',
        owner: 'Kees Smit',
        site: 'almelo',
        outage_cost_eur_per_hour: 2_800,
        max_outage_hours: 48,
        recovery_hours: 24,
        assets: ['a037'],
        suppliers: ['las'],
        last_restore_test: null,
      },
    ],
    suppliers,
    risks,
    losses,
    actions,
    roadmap,
    decisions,
    figures: [
      figure('devices_registered', 41, 52),
      figure('requirements_proven', 19, 79),
      figure('critical_suppliers_in_order', 1, 3),
    ],
    weakest_evidence_level: 'said',
    comparison: null,
    rejected: [
      {
        path: 'assets.csv',
        line: 17,
        column: 6,
        expected: 'MAC-adres, bijvoorbeeld 00:1b:1b:00:00:01',
        found: '00:1b:1b:zz',
      },
    ],
  }
}

/** The same factory with an earlier baseline to compare with. */
export function comparedBaseline(): Baseline {
  const now = exampleBaseline()
  return {
    ...now,
    comparison: {
      earlier_as_of: '2026-05-12T10:00:00Z',
      measures: now.measures.map((measure, n) => ({
        id: measure.id,
        before: measure.level === null ? 1 : Math.max(0, measure.level - (n % 3) * 0.6 + 0.2),
        now: measure.level,
      })),
      assets_new: ['a047', 'a009'],
      assets_gone: ['a099'],
      contradictions_new: ['c3'],
      contradictions_solved: ['c0'],
      figures: now.figures.map(({ id, value }) => ({ id, before: (value ?? 0) - 2, now: value })),
    },
  }
}

function figure(id: Figure['id'], value: number, base: number): Baseline['figures'][number] {
  return { id, value, base, unit: 'count', source: { kind: 'computed', from: 'inventory' } }
}

function director(
  person: string,
  name: string,
  appointedOn: string | null,
  isExecutive: boolean,
): Baseline['directors'][number] {
  const term = directorTerm({ isExecutive, ...(appointedOn === null ? {} : { appointedOn }) }, 'NL')
  const isTrained = person === 'p1'
  return {
    person,
    name,
    role: 'director',
    is_executive: isExecutive,
    appointed_on: appointedOn,
    training_due_on: term.dueOn,
    rule: term.rule,
    certificate: isTrained ? { file: 'evidence/wit.pdf', dated: '2026-09-10', covers: true } : null,
    status: isTrained
      ? 'fulfilled'
      : !isExecutive
        ? 'no_duty'
        : term.dueOn === null
          ? 'unknown'
          : 'running',
    days_left: term.dueOn === null ? null : 633,
  }
}

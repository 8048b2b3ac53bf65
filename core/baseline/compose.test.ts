// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Baseline } from './baseline.ts'
import { baseline } from './compose.ts'
import type { FactoryInputs } from './inputs.ts'
import {
  assetRow,
  controller,
  detection,
  empty,
  farHost,
  inspection,
  organisation,
  talk,
  workstation,
  zones,
} from './testing/plant.ts'

const at = (path: string, line: number) => ({ at: { path, line } })

const full: FactoryInputs = {
  ...empty,
  organisation: {
    ...organisation,
    board_level: { level: 3, decided_on: '2026-07-02', decision: 'B-14', per_measure: { c: 4 } },
    outage_cost_eur_per_hour: 2_000,
  },
  zones,
  processes: {
    processes: [
      {
        ...at('processes.yaml', 2),
        id: 'lassen',
        name: 'Lassen',
        site: null,
        owner: 'p2',
        crown_jewel: true,
        outage_cost_eur_per_hour: 3_000,
        outage_hours: { low: 24, high: 120 },
        max_outage_hours: 48,
        rto_hours: 24,
        rpo_hours: null,
        outage_cost_parts: [],
        production_hours_per_day: null,
        restart_cost_eur: null,
        scrap_loss_eur: null,
        contract_penalty_eur_per_day: null,
        depends_on: { assets: [], zones: ['lijn-1'], suppliers: ['las'], processes: [] },
        safety: 'De lasrobot kan ongevraagd bewegen.',
        reputation: null,
      },
    ],
  },
  answers: {
    answers: [
      {
        ...at('answers.yaml', 2),
        requirement: 'E2',
        level: 3,
        evidence_level: 'shown',
        evidence: [
          {
            ...at('answers.yaml', 5),
            file: 'evidence/zones.pdf',
            type: 'document',
            description: null,
            dated: '2026-05-01',
            received: null,
            valid_until: null,
            owner: null,
          },
        ],
        owner: 'p2',
        note: null,
        not_applicable: null,
      },
    ],
    restore_tests: [
      {
        ...at('answers.yaml', 9),
        system: 'SCADA',
        process: 'lassen',
        asset: null,
        planned: '2026-09-30',
        dated: null,
        result: null,
        restored_in_hours: null,
        owner: null,
        file: null,
      },
    ],
  },
  assets: [
    assetRow('PLC-1', { ...at('assets.csv', 2), macs: ['00:00:00:00:02:01'], firmware: 'V2.8' }),
    assetRow('WS-1', { ...at('assets.csv', 3) }),
    assetRow('PLC-2', { ...at('assets.csv', 4), ips: ['10.2.0.9'] }),
    assetRow('Pers', { ...at('assets.csv', 5), connection: 'serial' }),
  ],
  suppliers: [
    {
      ...at('suppliers.csv', 2),
      id: 'las',
      name: 'Lasbedrijf',
      service: null,
      is_critical: true,
      has_remote_access: null,
      notice_hours: 72,
      has_security_clauses: null,
      has_exit_plan: false,
      certificate: null,
      certificate_valid_until: null,
      last_review: '2026-03-01',
      delivers_sbom: null,
      contact: null,
      note: null,
    },
  ],
  people: [
    {
      ...at('people.csv', 2),
      id: 'p1',
      name: 'Anna Wit',
      role: 'director',
      title: null,
      is_executive: true,
      appointed_on: '2020-01-01',
      left_on: null,
      certificate_file: null,
      certificate_dated: null,
      certificate_provider: null,
      certificate_language: null,
      certificate_topics: [],
    },
  ],
  files: [
    { path: 'evidence/zones.pdf', sha256: 'aa', bytes: 10, kind: 'evidence' },
    { path: 'organisation.yaml', sha256: 'bb', bytes: 20, kind: 'organisation' },
  ],
}

const seen = inspection({
  assets: [workstation, controller, farHost],
  conversations: [
    talk('ws', 'plc'),
    talk('plc', 'far', {
      port: 443,
      protocol: 'tls',
      frame: { capture: 'captures/a.pcap', frame: 90 },
    }),
  ],
  detections: [
    detection('remote_access', { source: 'plc', detail: { tool: 'TeamViewer', direction: 'out' } }),
  ],
})

const facts = { inputs: full, inspection: seen }

describe('baseline', () => {
  it('is the golden one for the tiny folder', () => {
    const file = join(import.meta.dirname, 'golden/tiny.json')
    const text = `${JSON.stringify(baseline(facts), null, 1)}\n`
    if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(file)) {
      mkdirSync(join(import.meta.dirname, 'golden'), { recursive: true })
      writeFileSync(file, text)
    }
    assert.equal(text, readFileSync(file, 'utf8'), 'UPDATE_GOLDEN=1 rewrites it for a reader')
  })

  it('finds what goes against the claims, with frames and rows', () => {
    const { contradictions, measures } = baseline(facts)
    const found = contradictions.map(({ id }) => id)
    for (const id of [
      'office_to_controller/kantoor/lijn-1',
      'internet_from_ot/lijn-1/internet',
      'remote_access_without_grant/TeamViewer/plc',
      'attribute_differs/PLC-1/firmware',
      'registered_not_seen/lijn-1',
      'restore_missed/SCADA/2026-09-30',
    ]) {
      assert.ok(found.includes(id), `${id} in ${found.join(' ')}`)
    }
    const e2 = measures.flatMap(({ requirements }) => requirements).find(({ id }) => id === 'E2')
    assert.deepEqual([e2?.status, e2?.claimed_level, e2?.level], ['contradicted', 3, 1])
    for (const { sources } of contradictions) assert.ok(sources.length > 0)
  })

  it('prices a risk by hours and cost per hour, and leaves it open where either is unknown', () => {
    const [top] = baseline(facts).risks
    assert.equal(top.id, 'flat_network')
    assert.deepEqual(top.consequence.money, { low_eur: 72_000, high_eur: 360_000 })
    const [line] = full.processes?.processes ?? []
    const vague = { ...full, processes: { processes: [{ ...line, outage_hours: null }] } }
    assert.equal(baseline({ ...facts, inputs: vague }).risks[0].consequence.money, null)
  })

  it('gives null, never zero, for every part that is not there', () => {
    const bare = baseline({ inputs: empty, inspection: null })
    assert.deepEqual(bare.not_measured, [
      'captures',
      'zones',
      'processes',
      'answers',
      'assets',
      'suppliers',
      'people',
      'evidence',
    ])
    assert.ok(bare.measures.every(({ level, measured }) => level === null && measured === 0))
    for (const { id, value } of bare.figures) assert.equal(value, null, id)
    assert.deepEqual([bare.contradictions, bare.risks], [[], []])
    assert.equal(bare.inventory.coverage, null)
  })

  it('turns only figures of the removed part into null, and never into zero', () => {
    const before = baseline(facts)
    const parts = ['zones', 'processes', 'answers', 'assets', 'suppliers', 'people'] as const
    for (const part of parts) {
      const after = baseline({ ...facts, inputs: { ...full, [part]: null } })
      assert.ok(after.not_measured.includes(part), part)
      for (const [index, { id, value }] of after.figures.entries()) {
        const was = before.figures[index].value
        assert.ok(value !== 0 || was === 0 || id === 'controllers_reached', `${part}: ${id}`)
      }
    }
    const blind = baseline({ ...facts, inspection: null })
    assert.equal(blind.figures.find(({ id }) => id === 'devices_registered')?.value, null)
  })

  it('compares with an earlier one', () => {
    const earlier = baseline({ ...facts, inspection: inspection({ assets: [workstation] }) })
    const { comparison } = baseline({ ...facts, earlier })
    assert.deepEqual(comparison?.assets_new, ['plc'])
    assert.ok(comparison?.contradictions_new.includes('office_to_controller/kantoor/lijn-1'))
    const same = baseline({ ...facts, earlier: baseline(facts) }).comparison
    assert.deepEqual([same?.assets_new, same?.contradictions_new], [[], []])
  })

  it('calls nothing solved or gone that it no longer looks at', () => {
    const earlier = baseline(facts)
    const blind = baseline({ ...facts, inspection: null, earlier, asOf: earlier.as_of }).comparison
    assert.deepEqual([blind?.assets_gone, blind?.contradictions_solved], [[], []])
    const silent = baseline({ ...facts, inputs: { ...full, answers: null }, earlier }).comparison
    assert.ok(!silent?.contradictions_solved.some((id) => id.startsWith('restore')))
    const quiet = baseline({ ...facts, inspection: { ...seen, conversations: [] }, earlier })
    assert.ok(
      quiet.comparison?.contradictions_solved.includes('office_to_controller/kantoor/lijn-1'),
    )
  })

  it('takes the last instant of the inputs, unless told', () => {
    assert.equal(baseline(facts).as_of, '2026-11-10T11:00:00+01:00')
    const told = baseline({ ...facts, asOf: '2026-12-31T23:30:00+01:00' })
    assert.equal(told.as_of, '2026-12-31T23:30:00+01:00')
  })

  it('names at most twelve risks and puts the heaviest first', () => {
    const { risks } = baseline(facts)
    assert.ok(risks.length > 0 && risks.length <= 12)
    const weights = risks.map(({ likelihood, impact }) => likelihood.level * impact.level)
    assert.deepEqual(
      weights,
      weights.toSorted((a, b) => b - a),
    )
  })

  it('points only to things that are there', () => {
    const made = baseline(facts)
    const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id))
    const known = {
      contradictions: ids(made.contradictions),
      detections: ids(made.detections),
      risks: ids(made.risks),
      actions: ids(made.actions),
      assets: ids(made.inventory.assets),
    }
    for (const risk of made.risks) {
      for (const key of ['contradictions', 'detections', 'actions', 'assets'] as const) {
        for (const id of risk[key]) assert.ok(known[key].has(id), `${risk.id}: ${key} ${id}`)
      }
    }
    for (const action of made.actions) {
      for (const id of action.risks) assert.ok(known.risks.has(id))
      for (const id of action.contradictions) assert.ok(known.contradictions.has(id))
    }
    assert.deepEqual(
      made.roadmap.flatMap(({ actions }) => actions).sort(),
      made.actions.map(({ id }) => id).sort(),
    )
  })

  it('gives the same bytes for the same facts, in whatever order the captures named them', () => {
    const text = JSON.stringify(withoutOrder(baseline(facts)))
    fc.assert(
      fc.property(fc.shuffledSubarray([...seen.conversations], { minLength: 2 }), (shuffled) => {
        const other = { ...facts, inspection: { ...seen, conversations: shuffled } }
        assert.equal(JSON.stringify(withoutOrder(baseline(other))), text)
      }),
    )
  })
})

/** Risks, measures and figures: what a board reads. */
function withoutOrder({ risks, measures, figures, actions }: Baseline) {
  return {
    risks: risks.map(({ id, likelihood, impact }) => [id, likelihood, impact]),
    measures,
    figures,
    actions,
  }
}

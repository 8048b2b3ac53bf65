// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { checklist } from './clauses.ts'
import { Matcher } from './customers/match.ts'
import { lineOf } from './facts.ts'
import { chainOf, customers, kindsOfChain, questions, supplierOf, tiers } from './index.ts'
import { remoteCheck } from './remote/index.ts'
import { usualWeights } from './weights.ts'

let serial = 0

function record(kind: KindName, values: object, state = 'in_use'): RecordVersion {
  serial += 1
  const id = `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`
  const at = '2026-01-01T00:00:00.000Z'
  const made = { at, by: 'somebody' }
  return {
    ...{ id, kind, version: 1, state, values, created: made, changed: made },
    ...{ approval: null, retired: null },
  } as unknown as RecordVersion
}

function facts(...records: readonly RecordVersion[]) {
  const byKind: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of records) byKind[one.kind] = [...(byKind[one.kind] ?? []), one]
  return { records: byKind, hidden: [], today: '2026-11-22' }
}

describe('criticality', () => {
  it('counts what nobody knows as neither nothing nor everything', () => {
    const [line] = chainOf(facts(record('supplier', { name: 'A' }, 'active'))).suppliers
    assert.ok(line !== undefined)
    // Only that nobody leans on it is known from the register itself.
    assert.equal(line.criticality.low, 0)
    assert.equal(line.criticality.high, 95)
    assert.equal(line.criticality.factors.filter(({ value }) => value === null).length, 6)
  })

  it('is a hundred for what everything hangs on, and follows the weights that were decided', () => {
    const zone = record('zone', { code: 'z', kind: 'safety' })
    const process = record('process', { code: 'p', name: 'P', max_outage_hours: '4' })
    const supplier = record(
      'supplier',
      {
        ...{ name: 'A', delivers: ['control_systems'], switching_days: 400 },
        ...{ processes: [process.id], reaches_zones: [zone.id], processes_personal_data: true },
        subcontractor_of: ['x', 'y'],
      },
      'active',
    )
    const grant = record(
      'remote-access',
      { supplier: supplier.id, way: 'standing', can_write: true, tool: 'vpn' },
      'allowed',
    )
    const all = facts(zone, process, supplier, grant)
    const [line] = chainOf(all).suppliers
    assert.equal(line?.criticality.score, 100)
    assert.equal(line?.criticality.band, 'critical')
    const organisation = record('organisation', {
      supplier_weights: [{ factor: 'data', weight: 10 }],
    })
    const decided = chainOf(facts(organisation, record('supplier', { name: 'B' }, 'active')))
    assert.equal(decided.weights.set_by, 'organisation')
    assert.equal(decided.suppliers[0]?.criticality.score, 50)
  })

  it('never falls when a supplier reaches or holds more', () => {
    const values = fc.record({
      switching_days: fc.nat(400),
      processes_personal_data: fc.boolean(),
    })
    fc.assert(
      fc.property(values, fc.nat(300), (given, more) => {
        const score = (of: object) =>
          chainOf(facts(record('supplier', { name: 'A', ...of }, 'active'))).suppliers[0]
            ?.criticality.score ?? -1
        const heavier = { ...given, switching_days: given.switching_days + more }
        assert.ok(score(heavier) >= score(given))
        assert.ok(score({ ...given, processes_personal_data: true }) >= score(given))
      }),
    )
  })

  it('has weights that add up to a hundred', () => {
    assert.equal(
      Object.values(usualWeights).reduce((a, b) => a + b, 0),
      100,
    )
  })
})

describe('clauses', () => {
  const asked = {
    tier: 'msp' as const,
    ...{ hasRemoteAccess: true, hasPersonalData: true, hasComponents: true },
  }

  it('are all missing without a contract, and asked by what the supplier is', () => {
    const lines = checklist(undefined, asked)
    assert.ok(lines.every(({ standing }) => standing === 'missing'))
    const parts = { ...asked, tier: 'parts' as const, hasRemoteAccess: false }
    const subjects = checklist(undefined, parts).map(({ subject }) => subject)
    assert.ok(!subjects.includes('remote_access') && !subjects.includes('personnel'))
  })

  it('take notice within 24 hours as agreed, one hour more as too late, none as no term', () => {
    const standing = (values: object) =>
      checklist(lineOf(record('contract', values)), asked).find(
        ({ subject }) => subject === 'incident_notice',
      )?.standing
    const clause = (hours: object) => ({
      clauses: [{ subject: 'incident_notice', is_agreed: true, ...hours }],
    })
    assert.equal(standing(clause({ term_hours: '24' })), 'agreed')
    assert.equal(standing(clause({ term_hours: '25' })), 'too_late')
    assert.equal(standing(clause({})), 'no_term')
    assert.equal(standing({ notice_hours: '12' }), 'agreed')
    const refused = { clauses: [{ subject: 'incident_notice', is_agreed: false }] }
    assert.equal(standing(refused), 'refused')
  })
})

describe('one supplier', () => {
  it('has certificates that count only when a person looked at dates and scope', () => {
    const row = { standard: 'ISO 27001', valid_until: '2027-01-01' }
    const checked = { covers_what_they_deliver: 'yes', checked_on: '2026-01-01' }
    const supplier = record(
      'supplier',
      {
        name: 'A',
        certificates: [
          row,
          { ...row, ...checked },
          { ...row, ...checked, valid_until: '2026-11-21' },
          { ...row, ...checked, covers_what_they_deliver: 'no' },
        ],
      },
      'active',
    )
    const found = supplierOf(facts(supplier), supplier.id)
    assert.deepEqual(
      found?.certificates.map(({ standing }) => standing),
      ['valid', 'unchecked', 'not_covering', 'expired'],
    )
    assert.deepEqual(found?.line.weighed.missing, [
      'weaknesses',
      'product_quality',
      'development_practice',
    ])
  })

  it('reads only registers that are declared', () => {
    assert.equal(new Set(kindsOfChain).size, kindsOfChain.length)
  })
})

describe('questions', () => {
  it('are of every tier between fifteen and thirty, each in one section and known by one name', () => {
    for (const tier of tiers) {
      const asked = questions.questionsFor(tier)
      assert.ok(asked.length >= 14 && asked.length <= 32, `${tier} ${asked.length}`)
    }
    assert.equal(new Set(questions.bank.map(({ id }) => id)).size, questions.bank.length)
  })

  const answer = fc.constantFrom(...questions.answerOptions)
  it('give a score within nought and a hundred whose lost points add up to what is missing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tiers), fc.array(answer), (tier, answers) => {
        const given = questions.questionsFor(tier).map(({ id }, at) => ({
          ...{ question: id, answer: answers[at] ?? null, explanation: null, files: [] },
        }))
        const score = questions.scoreOf(tier, given)
        assert.ok(score.percent !== null && score.percent >= 0 && score.percent <= 100)
        const lost = score.lost.reduce((sum, { points }) => sum + points, 0)
        assert.ok(Math.abs(100 - lost - score.percent) <= 2.5, `${lost} ${score.percent}`)
      }),
    )
  })

  it('count a yes without the file that was asked for as said, and a key no as work', () => {
    const all = questions.questionsFor('software').map(({ id }) => ({
      ...{ question: id, answer: 'yes' as const, explanation: null, files: ['f'] },
    }))
    assert.equal(questions.scoreOf('software', all).percent, 100)
    const bare = all.map((one) => ({ ...one, files: [] }))
    assert.ok((questions.scoreOf('software', bare).percent ?? 0) < 100)
    const no = all.map((one) =>
      one.question === 'INC-1' ? { ...one, answer: 'no' as const } : one,
    )
    assert.deepEqual(questions.scoreOf('software', no).follow_up, ['INC-1'])
    const silent = { ...all[0], answer: 'not_applicable' as const }
    const [lost] = questions.scoreOf('software', [silent as questions.Given, ...all.slice(1)]).lost
    assert.equal(lost?.reason, 'not_applicable_unexplained')
  })
})

describe('remote access', () => {
  const asset = record('asset', { code: 'a', ips: ['10.20.1.5'], hostnames: ['PLC-1'] }, 'active')
  const session = {
    ...{ tool: 'teamviewer', source: ['10.20.1.5'], target: ['203.0.113.9'], frame: 12 },
    ...{ first_at: '2026-11-10T20:00:00Z', last_at: '2026-11-10T21:00:00Z' },
    ...{ capture: 'a.pcap', times: 1 },
  }
  const grant = (values: object, state = 'allowed') =>
    record('remote-access', { tool: 'TeamViewer', target_assets: [asset.id], ...values }, state)

  it('finds sessions without grant, tools nobody registered, and grants nobody used', () => {
    const other = grant({ target_assets: [record('asset', {}).id] })
    const standings = (...grants: RecordVersion[]) =>
      remoteCheck(facts(asset, ...grants), [session]).sessions.map(({ standing }) => standing)
    assert.deepEqual(standings(), ['unknown_tool'])
    assert.deepEqual(standings(other), ['no_grant'])
    assert.deepEqual(standings(grant({ valid_until: '2026-11-09' })), ['outside_term'])
    assert.deepEqual(standings(grant({ valid_until: '2026-11-10' })), ['granted'])
    assert.deepEqual(standings(grant({}, 'suspended')), ['outside_term'])
    const unused = remoteCheck(facts(asset, other), [session]).grants
    assert.equal(unused[0]?.sessions, 0)
  })
})

describe('questions of customers', () => {
  it('find the earlier answer whatever the order and the number of words', () => {
    const matcher = new Matcher([
      {
        id: 'mfa',
        text: 'Gebruikt u tweefactorauthenticatie voor toegang op afstand?',
        requirements: [],
      },
      { id: 'backup', text: 'Zijn back-ups gescheiden en worden ze getest?', requirements: [] },
      { id: 'policy', text: 'Is there an approved security policy?', requirements: [] },
    ])
    assert.equal(matcher.find('Is multi-factor verplicht bij toegang van buiten?')[0]?.id, 'mfa')
    assert.equal(
      matcher.find('Do you have a security policy approved by the board')[0]?.id,
      'policy',
    )
    assert.deepEqual(matcher.find('Hoeveel vrachtwagens rijdt u?'), [])
  })

  it('never throw, and never name more likeness than all', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (texts, asked) => {
        const said = texts.map((text, at) => ({ id: String(at), text, requirements: [] }))
        const found = new Matcher(said).find(asked)
        assert.ok(found.every(({ likeness }) => likeness > 0 && likeness <= 1.01))
      }),
    )
  })

  it('are found under their heading, chapters left alone', () => {
    const cells = [
      ['Vragenlijst', '', ''],
      ['Nr', 'Vraag', 'Antwoord'],
      ['', 'Toegang', ''],
      ['1', 'Gebruikt u MFA?', ''],
      ['2', 'Beschrijf uw back-ups.', ''],
    ]
    const layout = customers.layoutOf(cells)
    assert.deepEqual([layout.question, layout.answer, layout.heading], [1, 2, 1])
    assert.deepEqual(
      customers.questionsIn(cells, layout).map(({ row }) => row),
      [3, 4],
    )
  })
})

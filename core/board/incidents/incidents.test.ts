// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import {
  clockReminders,
  type Room,
  type RoomFacts,
  roomOf,
  runningClocks,
  unsortedReminders,
  withLine,
} from './index.ts'

const stamp = { at: '2026-11-15T01:40:00.000Z', by: 'somebody' }
const aware = '2026-11-15T01:40:00.000Z'
const minute = 60_000

function record(kind: KindName, id: string, values: object, state = 'open'): RecordVersion {
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const all = values as unknown as RecordVersion['values']
  return { kind, id, version: 1, state, values: all, ...rest }
}

function facts(now: string, ...records: readonly RecordVersion[]): RoomFacts {
  const byKind: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of records) byKind[one.kind] = [...(byKind[one.kind] ?? []), one]
  return { records: byKind, now }
}

const organisation = record('organisation', 'org', {
  name: 'Voorbeeld BV',
  jurisdiction: 'NL',
  time_zone: 'Europe/Amsterdam',
  security_mailbox: 'ciso@voorbeeld.example',
})
const incident = (more: object = {}, state = 'open') =>
  record('incident', 'i1', { code: 'I-1', name: 'Lijn 2 ligt stil', ...more }, state)
const known = (at = aware, more: object = {}) =>
  record('awareness', `a-${at}`, { incident: 'i1', person: 'p1', aware_at: at, ...more })
const report = (id: string, stage: string, more: object, state = 'sent') =>
  record('incident-report', id, { incident: 'i1', regime: 'cbw', stage, ...more }, state)
const line = (number: number, type: string, more: object = {}) =>
  record('incident-log-entry', `l${number}`, {
    ...{ incident: 'i1', number, type, text: `line ${number}`, author: 'p1' },
    ...{ happened_at: aware, recorded_at: aware, ...more },
  })

const newsOf = ({ id, values, created }: RecordVersion) => ({ id, values, by: created.by })

function room(now: string, ...records: readonly RecordVersion[]): Room {
  const found = roomOf(facts(now, organisation, ...records), 'i1')
  assert.ok(found !== undefined)
  return found
}
const after = (ms: number) => new Date(Date.parse(aware) + ms).toISOString()
const clock = (of: Room, stage: string, regime = 'cbw') =>
  of.clocks.find((one) => one.stage === stage && one.regime === regime)

describe('the room of an incident', () => {
  it('runs no clock while nobody is on record as aware, and says that', () => {
    assert.deepEqual(room(aware, incident()).clocks, [])
    const told = runningClocks(facts(aware, organisation, incident()))
    assert.deepEqual(told, {
      clocks: [],
      unaware: [{ incident: 'i1', name: 'Lijn 2 ligt stil' }],
      time_zone: 'Europe/Amsterdam',
    })
  })

  it('D14: turns a term over at its minute, not before', () => {
    const status = (ms: number) =>
      clock(room(after(ms), incident(), known()), 'early_warning')?.status
    const day = 24 * 60 * minute
    assert.deepEqual(
      [status(day - minute), status(day), status(day + minute)],
      ['due', 'due', 'overdue'],
    )
  })

  it('D14: shows an incident that is entered late as overdue at once', () => {
    const found = room(after(80 * 60 * minute), incident(), known())
    assert.equal(clock(found, 'early_warning')?.status, 'overdue')
    assert.equal(clock(found, 'notification')?.status, 'overdue')
  })

  it('D8: counts the month of the final report from the notification that was sent', () => {
    const waiting = room(after(minute), incident(), known())
    assert.equal(clock(waiting, 'final_report')?.due_at, null)
    assert.equal(clock(waiting, 'final_report')?.status, 'waiting')
    const sent = report('r2', 'notification', { sent_at: '2026-11-17T09:00:00.000Z' })
    const found = room('2026-11-18T09:00:00.000Z', incident(), known(), sent)
    assert.match(clock(found, 'final_report')?.due_at ?? '', /^2026-12-17T23:59/)
  })

  it('D9: keeps a report that was sent late late, also when it is sent again and the incident closes', () => {
    const late = report('r1', 'early_warning', { sent_at: after(25 * 60 * minute), number: 1 })
    const again = report('r3', 'early_warning', { sent_at: after(26 * 60 * minute), number: 2 })
    const shut = incident({ handled_at: after(30 * 60 * minute) }, 'closed')
    const found = room(after(40 * 60 * minute), shut, known(), late, again)
    assert.equal(clock(found, 'early_warning')?.status, 'sent_late')
  })

  it('D9: stops no clock by closing', () => {
    const shut = incident({ handled_at: after(minute), significance: 'significant' }, 'closed')
    const { clocks } = runningClocks(facts(after(2 * minute), organisation, shut, known()))
    assert.deepEqual(
      clocks.filter(({ regime }) => regime === 'cbw').map(({ stage }) => stage),
      ['recipients_notice', 'early_warning', 'notification'],
    )
  })

  it('rings for an exercise until it was held, and for a real incident whatever is called one', () => {
    const exercise = (state: string) => record('exercise', 'e1', { incident: 'i1' }, state)
    const ringing = (of: RecordVersion, state: string) =>
      runningClocks(facts(aware, organisation, of, known(), exercise(state))).clocks.length > 0
    const drill = incident({ is_exercise: true })
    assert.deepEqual(
      ['planned', 'held', 'evaluated', 'cancelled'].map((state) => ringing(drill, state)),
      [true, false, false, false],
    )
    assert.ok(ringing(incident(), 'held'))
  })

  it('takes the earliest awareness, and a correction in the place of what it corrects', () => {
    const first = known()
    const later = known('2026-11-15T05:00:00.000Z')
    assert.equal(room(aware, incident(), later, first).aware?.at, aware)
    const right = known('2026-11-15T03:00:00.000Z', { corrects: first.id })
    assert.equal(room(aware, incident(), first, right).aware?.at, '2026-11-15T03:00:00.000Z')
  })

  it('keeps a corrected line where it stood', () => {
    const found = room(
      aware,
      incident(),
      line(1, 'observation'),
      line(2, 'correction', { corrects: 'l1' }),
    )
    assert.deepEqual(
      found.log.map(({ number, corrected_by }) => [number, corrected_by]),
      [
        [1, 'l2'],
        [2, null],
      ],
    )
  })

  it('takes lines one by one, in any order and more than once, to the same log', () => {
    const lines = [
      line(1, 'observation'),
      line(2, 'correction', { corrects: 'l1' }),
      line(3, 'action', { step: 2 }),
    ]
    const whole = room(aware, incident(), ...lines).log
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 1, 0, 2, 0],
    ]) {
      const given = order.flatMap((at) => lines[at] ?? []).map(newsOf)
      assert.deepEqual(given.reduce(withLine, [] as Room['log']), whole)
    }
  })

  it('keeps who wrote a line apart from on whose behalf', () => {
    const [told] = room(aware, incident(), line(1, 'decision', { author: 'p9' })).log
    assert.deepEqual([told?.author, told?.written_by], ['p9', stamp.by])
    const news = newsOf(line(1, 'decision', { author: 'p9' }))
    assert.deepEqual(withLine([], news), told === undefined ? [] : [told])
  })

  it('says which items a report still lacks, and fills nothing in that nobody knows', () => {
    const items = (more: object) =>
      clock(room(aware, incident(more), known()), 'early_warning')?.items.map(
        ({ item, is_missing }) => `${item} ${is_missing ? 'missing' : 'known'}`,
      )
    assert.deepEqual(items({}), [
      'malicious missing',
      'cross_border missing',
      'contact known',
      'start_time missing',
      'nature missing',
      'recovery_forecast missing',
      'measures missing',
    ])
    assert.deepEqual(
      items({ is_malicious: 'suspected', crosses_borders: 'no', description: 'x' })?.slice(0, 5),
      [
        'malicious known',
        'cross_border known',
        'contact known',
        'start_time missing',
        'nature known',
      ],
    )
  })

  it('lets a step that asks a decision be done by a decision only', () => {
    const steps = [
      { number: 1, text: 'Pull the plug', within_hours: 1, asks_decision: true },
      { number: 2, text: 'Call the machine builder' },
    ]
    const playbook = record('playbook', 'pb', { code: 'pb', name: 'Ransomware', steps })
    const found = (...lines: readonly RecordVersion[]) =>
      room(after(2 * 60 * minute), incident({ playbook: 'pb' }), known(), playbook, ...lines).tasks
    const action = line(1, 'action', { step: 1 })
    assert.deepEqual(
      found(action).map(({ done, is_late }) => [done?.line ?? null, is_late]),
      [
        [null, true],
        [null, false],
      ],
    )
    const decision = line(2, 'decision', { step: 1, happened_at: after(30 * minute) })
    assert.deepEqual(
      found(action, decision).map(({ done, is_late }) => [done?.line ?? null, is_late]),
      [
        ['l2', false],
        [null, false],
      ],
    )
  })

  it('adds up what stands still until its owner accepts, and names what it cannot', () => {
    const processes = [
      record('process', 'line1', {
        ...{ code: 'L1', name: 'Line 1', outage_cost_eur_per_hour: 1000 },
        owner: 'p1',
      }),
      record('process', 'line2', { code: 'L2', name: 'Line 2' }),
    ]
    const began = { started_at: aware, processes: ['line1', 'line2'] }
    const at = after(10 * 60 * minute)
    const before = room(at, incident(began), known(), ...processes)
    assert.equal(before.cost.eur, 10_000)
    assert.deepEqual(before.cost.without, ['line2'])
    const accepted = line(1, 'restart_accepted', {
      process: 'line1',
      happened_at: after(4 * 60 * minute),
      cost_eur: 250,
    })
    assert.equal(room(at, incident(began), known(), ...processes, accepted).cost.eur, 4250)
    const owned = record('process', 'line1', {
      ...{ code: 'L1', name: 'Line 1', outage_cost_eur_per_hour: 1000 },
      owner: 'p2',
    })
    const byAnother = room(at, incident(began), known(), owned, accepted).cost.standstills[0]
    assert.deepEqual([byAnother?.accepted, byAnother?.eur], [null, 10_000])
    const over = incident({ ...began, handled_at: after(9 * 60 * minute) }, 'handled')
    const then = room(at, over, known(), owned, accepted).cost.standstills[0]
    assert.deepEqual(
      [then?.accepted?.author, then?.accepted?.written_by],
      ['p1', stamp.by],
      'a line has another owner by now: who accepted then, accepted',
    )
    const release = { process: 'line1', happened_at: after(5 * 60 * minute) }
    const released = line(2, 'restart_released', release)
    const [out] = room(at, incident(began), known(), owned, released).cost.standstills
    assert.deepEqual([out?.accepted, out?.released?.reason, out?.eur], [null, 'line 2', 5000])
    assert.equal(room(at, incident(), known()).cost.eur, null)
  })

  it('lets a standstill end with its incident: when all ran again, else when it was handled', () => {
    const line1 = record('process', 'line1', {
      ...{ name: 'Line 1', outage_cost_eur_per_hour: 1000, owner: 'p1' },
    })
    const hour = 60 * minute
    const hours = (more: object, ...others: readonly RecordVersion[]) => {
      const stopped = incident({ started_at: aware, processes: ['line1'], ...more })
      const [one] = room(after(100 * hour), stopped, known(), line1, ...others).cost.standstills
      return [one?.hours, one?.eur]
    }
    assert.deepEqual(hours({}), [100, 100_000])
    // That it ran again is not the end while the incident goes on: its owner has to accept it.
    assert.deepEqual(hours({ recovered_at: after(6 * hour) }), [100, 100_000])
    assert.deepEqual(hours({ handled_at: after(30 * hour) }), [30, 30_000])
    const both = { recovered_at: after(6 * hour), handled_at: after(30 * hour) }
    assert.deepEqual(hours(both), [6, 6000])
    const restart = { process: 'line1', happened_at: after(4 * hour) }
    assert.deepEqual(hours(both, line(1, 'restart_accepted', restart)), [4, 4000])
    assert.deepEqual(hours({ ...both, started_at: after(8 * hour) }), [0, 0])
    const nobodyKnows = { ...both, started_at: undefined, detected_at: undefined }
    assert.deepEqual(hours(nobodyKnows), [null, null])
  })

  /** What the incident is said to be, and the reports besides those of the Act that it asks for. */
  const besides: readonly [fact: object, rules: readonly string[]][] = [
    [{}, []],
    [
      {
        ...{ concerns_personal_data: 'no', concerns_product_vulnerability: 'no' },
        ...{ concerns_product_security: 'no', medical_device_harm: 'no' },
        ...{ has_serious_injury: false, harms_environment: false },
      },
      [],
    ],
    [{ concerns_personal_data: 'yes' }, ['eu.gdpr.authority']],
    [{ concerns_personal_data: 'possible' }, ['eu.gdpr.authority']],
    [
      { concerns_personal_data: 'yes', is_high_risk_to_people: true },
      ['eu.gdpr.authority', 'eu.gdpr.data_subjects'],
    ],
    [{ concerns_personal_data: 'yes', personal_data_quality: 'processor' }, ['eu.gdpr.processor']],
    [{ personal_data_quality: 'processor', is_high_risk_to_people: true }, []],
    [
      { concerns_product_vulnerability: 'yes' },
      ['eu.cra.vuln_24h', 'eu.cra.vuln_72h', 'eu.cra.vuln_final', 'eu.cra.users'],
    ],
    [
      { concerns_product_security: 'yes' },
      ['eu.cra.incident_24h', 'eu.cra.incident_72h', 'eu.cra.incident_final', 'eu.cra.users'],
    ],
    [{ has_serious_injury: true }, ['nl.accident_serious']],
    [{ harms_environment: true }, ['nl.environment']],
    [{ medical_device_harm: 'serious_incident' }, ['eu.mdr.serious_incident']],
    [{ medical_device_harm: 'death' }, ['eu.mdr.death']],
    [{ medical_device_harm: 'public_health_threat' }, ['eu.mdr.public_health']],
  ]
  for (const [fact, rules] of besides) {
    it(`runs beside the Act only what this has: ${JSON.stringify(fact)}`, () => {
      const { clocks } = room(aware, incident(fact), known())
      const others = clocks.filter(({ regime }) => regime !== 'cbw').map(({ rule }) => rule)
      assert.deepEqual(others, rules)
      const quiet = incident({ ...fact, significance: 'not_significant' })
      const left = room(aware, quiet, known()).clocks.map(({ rule }) => rule)
      assert.deepEqual(left, rules, 'no duty of another law goes by what the Act calls significant')
    })
  }

  it('runs no clock of the Act once every entity is concluded to be outside it', () => {
    const entity = (id: string, state: string, entity_class?: string) =>
      record('legal-entity', id, { code: id, name: id, entity_class }, state)
    const out = entity('e1', 'scope_concluded', 'out_of_scope')
    const cases: readonly [readonly RecordVersion[], boolean][] = [
      [[], true],
      [[out], false],
      [[out, entity('e2', 'scope_concluded', 'out_of_scope')], false],
      [[out, entity('e2', 'scope_concluded', 'important')], true],
      [[out, entity('e2', 'scope_open', 'out_of_scope')], true],
      [[entity('e1', 'scope_lapsed', 'out_of_scope')], true],
    ]
    for (const [entities, runs] of cases) {
      const given = [incident({ has_serious_injury: true }), known(), ...entities]
      const found = room(aware, ...given)
      const of = (regime: string) => found.clocks.some((one) => one.regime === regime)
      const text = JSON.stringify(entities.map(({ state, values }) => [state, values]))
      assert.equal(of('cbw'), runs, text)
      assert.equal(
        found.not_due.some(({ why }) => why === 'out_of_scope'),
        !runs,
        text,
      )
      assert.ok(
        found.clocks.some(({ rule }) => rule === 'nl.accident_serious'),
        text,
      )
    }
  })

  it('runs the law of the organisation’s own country, and no other', () => {
    const regimes = (jurisdiction: string) => {
      const there = { ...organisation, values: { ...organisation.values, jurisdiction } }
      const found = roomOf(facts(aware, there, incident(), known()), 'i1')
      return [...new Set(found?.clocks.map(({ regime }) => regime))]
    }
    assert.deepEqual(['NL', 'BE', 'DE', 'FR'].map(regimes), [['cbw'], ['nis2_be'], ['bsig'], []])
  })

  it('runs the terms of the contracts that it is said to touch, and that have not ended', () => {
    const contract = (id: string, party: string, state = 'in_force') =>
      record('contract', id, { party, notice_hours: 12 }, state)
    const all = [
      contract('named', 'customer'),
      contract('insurer', 'insurer'),
      contract('other', 'customer'),
      contract('ended', 'customer', 'ended'),
    ]
    const touched = incident({ contracts: ['named', 'insurer', 'ended'] })
    const { clocks } = room(aware, touched, known(), ...all)
    const found = clocks.flatMap(({ contract, rule }) => (contract ? [[contract, rule]] : []))
    assert.deepEqual(found, [
      ['named', 'contract.customer_notice'],
      ['insurer', 'contract.insurer_notice'],
    ])
  })

  it('tells a customer within the hours of its contract, and no supplier in its stead', () => {
    const contracts = [
      record('contract', 'k1', { party: 'customer', notice_hours: 12 }, 'in_force'),
      record('contract', 's1', { party: 'supplier', notice_hours: 4 }, 'in_force'),
    ]
    const found = room(aware, incident({ contracts: ['k1', 's1'] }), known(), ...contracts)
    const own = found.clocks.filter(({ regime }) => regime === 'contract')
    assert.deepEqual(
      own.map(({ contract, due_at }) => [contract, Date.parse(due_at ?? '')]),
      [['k1', Date.parse(aware) + 12 * 60 * minute]],
    )
  })

  it('tells that a report lies unsorted at each point, until somebody has sorted it', () => {
    const told = (ms: number, state = 'reported', more: object = {}) =>
      unsortedReminders(facts(after(ms), incident({ noticed_at: aware, ...more }, state))).map(
        ({ stage }) => stage,
      )
    const hour = 60 * minute
    assert.deepEqual(told(hour - minute), [])
    assert.deepEqual(told(hour), ['unsorted 1'])
    assert.deepEqual(told(30 * hour), ['unsorted 24'])
    assert.deepEqual(told(30 * hour, 'open'), [])
    assert.deepEqual(told(30 * hour, 'dismissed'), [])
    assert.deepEqual(told(30 * hour, 'reported', { is_exercise: true }), [])
    const looked = facts(after(30 * hour), incident({}, 'reported'), known())
    assert.deepEqual(unsortedReminders(looked), [], 'who is aware has looked')
  })

  it('reminds at each point once, and of what is entered late with one word', () => {
    const found = (ms: number) =>
      clockReminders(facts(after(ms), organisation, incident(), known()))
        .filter(({ stage }) => stage.startsWith('cbw early_warning'))
        .map(({ stage, is_over }) => [stage.split(' ').at(-1), is_over])
    const hour = 60 * minute
    assert.deepEqual(found(11 * hour), [])
    assert.deepEqual(found(12 * hour), [['12', false]])
    assert.deepEqual(found(23 * hour + 30 * minute), [['1', false]])
    assert.deepEqual(found(24 * hour), [['0', false]])
    assert.deepEqual(found(24 * hour + minute), [['0', true]])
    assert.deepEqual(found(90 * hour), [['-12', true]])
    const sent = report('r1', 'early_warning', { sent_at: after(hour) })
    const none = clockReminders(facts(after(90 * hour), organisation, incident(), known(), sent))
    assert.ok(none.every(({ stage }) => !stage.startsWith('cbw early_warning')))
  })
})

// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figures, record, today } from './testing/registers.ts'

const at = (hour: string) => `2026-11-01T${hour}:00:00.000Z`

describe('counting from the registers', () => {
  const incident = (values: object, state = 'closed') =>
    record('incident', { severity: 'high', detected_at: at('10'), ...values }, state)

  it('takes the mean of the hours to detect, without exercises and small ones', () => {
    const of = figures([
      incident({ started_at: at('08') }),
      incident({ started_at: at('04') }),
      incident({ started_at: at('00'), severity: 'low' }),
      incident({ started_at: at('00'), is_exercise: true }),
      incident({ started_at: at('00'), detected_at: '2025-11-11T10:00:00.000Z' }),
    ])
    assert.equal(of('mttd').value, 4)
    assert.equal(of('mttd').missing, 0)
    assert.equal(of('mttd').since, '2025-11-12')
  })

  it('is not green while the start of one incident is not known', () => {
    const of = figures([incident({ started_at: at('08') }), incident({})])
    assert.equal(of('mttd').value, 2)
    assert.equal(of('mttd').band, 'unknown')
    assert.equal(of('mttd').off.length, 1)
  })

  it('does not miss the end of what goes on, but does of what is closed', () => {
    const over = incident({ recovered_at: at('12') })
    assert.equal(figures([over, incident({}, 'open')])('mttr').missing, 0)
    assert.equal(figures([over, incident({})])('mttr').missing, 1)
  })

  it('holds an outage against the goal of its processes, on the hour within it', () => {
    const line = record('process', { rto_hours: '8' }, 'in_use')
    const out = (hours: string) => incident({ outage_hours: hours, processes: [line.id] })
    const of = figures([line, out('8'), out('8.5'), incident({ outage_hours: '1' })])
    assert.deepEqual(of('restored_within_rto').of, { part: 1, whole: 2 })
    assert.equal(of('restored_within_rto').missing, 1)
  })

  it('counts from the first person who knew, corrections followed', () => {
    const one = incident({ significance: 'significant' })
    const wrong = record('awareness', { incident: one.id, aware_at: at('01') }, 'recorded')
    const right = record('awareness', { incident: one.id, aware_at: at('09'), corrects: wrong.id })
    const later = record('awareness', { incident: one.id, aware_at: at('11') }, 'recorded')
    const sent = { incident: one.id, stage: 'early_warning', sent_at: at('20') }
    const report = record('incident-report', sent, 'sent')
    const of = figures([one, wrong, right, later, report])
    assert.equal(of('time_to_first_report').value, 11)
    assert.equal(figures([one, right])('time_to_first_report').value, null)
  })

  it('counts what people told for every hundred of them, whatever came of it', () => {
    const told = (noticed_at: string, values: object = {}, state = 'dismissed') =>
      record('incident', { noticed_at, ...values }, state)
    const staff = Array.from({ length: 8 }, () => record('person', {}))
    const known = [...staff, record('person', { works_in: ['outside'] })]
    const gone = record('person', { left_on: today })
    const old = told('2025-11-11T10:00:00.000Z')
    const of = (...more: ReturnType<typeof told>[]) =>
      figures([...known, gone, ...more])('staff_reports')
    assert.equal(of(told(at('10')), told(at('11'), {}, 'open'), old).value, 25)
    assert.equal(of(told(at('10')), told(at('11'), { is_exercise: true })).value, 12.5)
    assert.equal(of(told(at('10'))).band, 'green')
    assert.deepEqual([of(old).value, of(old).band], [0, 'red'])
    assert.deepEqual([of().value, of().band], [null, 'unknown'])
    assert.deepEqual([of(incident({})).value, of(incident({})).band], [null, 'unknown'])
    const nobody = figures([told(at('10'))])('staff_reports')
    assert.deepEqual([nobody.value, nobody.band], [null, 'unknown'])
    assert.equal(figures([...known, told(at('10'))], ['person'])('staff_reports').value, null)
  })

  it('counts no report of a drill', () => {
    const drill = incident({ significance: 'significant', is_exercise: true })
    const knew = record('awareness', { incident: drill.id, aware_at: at('01') }, 'recorded')
    const sent = { incident: drill.id, stage: 'early_warning', sent_at: at('02') }
    const of = figures([drill, knew, record('incident-report', sent, 'sent')])
    assert.equal(of('time_to_first_report').value, null)
  })

  const plc = record('asset', { role: 'plc', purdue_level: '1' }, 'in_use')
  const desk = record('asset', { role: 'workstation' }, 'in_use')
  const advisory = (asset: string, values: object, state = 'open') => {
    const whole = { origin: 'advisory', severity: 'high', assets: [asset], ...values }
    return record('finding', whole, state)
  }

  it('takes the median of the days to a solution, of office devices alone', () => {
    const solved = (found: string, on: string, asset = desk.id) =>
      advisory(asset, { found_on: found, solved_on: on }, 'solved')
    const of = figures([
      plc,
      desk,
      solved('2026-10-01', '2026-10-05'),
      solved('2026-10-01', '2026-10-11'),
      solved('2026-10-01', '2026-10-31'),
      solved('2026-10-01', '2026-10-02', plc.id),
    ])
    assert.equal(of('patch_lead_it').value, 10)
    assert.equal(of('vuln_decision_ot').value, 1)
  })

  it('counts what is not decided as old as it is', () => {
    const of = figures([plc, advisory(plc.id, { found_on: '2026-11-02' })])
    assert.equal(of('vuln_decision_ot').value, 10)
  })

  it('does not hold a late patch against whoever has put something in its place', () => {
    const late = advisory(plc.id, { found_on: '2026-09-01', due_on: '2026-11-11' })
    const due = advisory(plc.id, { found_on: '2026-09-01', due_on: today })
    assert.equal(figures([plc, late, due])('patch_overdue_ot').value, 50)
    const shield = { assets: [plc.id], compensating_measures: ['x'], ends_on: today }
    const granted = record('exception', shield, 'granted')
    assert.equal(figures([plc, late, due, granted])('patch_overdue_ot').value, 0)
    const ended = record('exception', { ...shield, ends_on: '2026-11-11' }, 'granted')
    assert.equal(figures([plc, late, due, ended])('patch_overdue_ot').value, 50)
  })

  it('knows nothing of the support of a device that says nothing', () => {
    const old = record('asset', { role: 'hmi', support_until: '2026-11-11' }, 'in_use')
    const fine = record('asset', { role: 'hmi', support_until: today }, 'in_use')
    const of = figures([old, fine, plc])
    assert.deepEqual(of('eol_ot').of, { part: 1, whole: 2 })
    assert.equal(of('eol_ot').missing, 1)
  })

  it('wants a copy out of reach that is made as often as may be lost', () => {
    const server = record('asset', { role: 'server', criticality: 'critical' }, 'in_use')
    const copy = (values: object) =>
      record('backup', { assets: [server.id], rpo_hours: '24', ...values }, 'in_use')
    const value = (values: object) => figures([server, copy(values)])('offline_backup')
    assert.equal(value({ is_offline: true, every_hours: '24' }).value, 100)
    assert.equal(value({ is_offline: true, every_hours: '25' }).value, 0)
    assert.equal(value({ is_offline: false, every_hours: '1' }).value, 0)
    assert.equal(value({ is_offline: true }).value, null)
    assert.equal(value({ is_offline: true }).missing, 1)
  })

  it('covers what was seen, is confirmed and has an owner', () => {
    const seen = { last_seen_at: at('01') }
    const of = figures([
      record('asset', { ...seen, owner: 'x' }, 'in_use'),
      record('asset', seen, 'in_use'),
      record('asset', {}, 'sighted'),
      record('asset', {}, 'in_use'),
    ])
    assert.deepEqual(of('asset_coverage').of, { part: 1, whole: 3 })
    assert.equal(of('asset_coverage').off.length, 2)
  })

  it('does not call a network without measurements free of forbidden flows', () => {
    const finding = (values: object, state = 'open') =>
      record('finding', { origin: 'measurement', requirements: ['E2'], ...values }, state)
    assert.equal(figures([])('segmentation_violations').value, null)
    const of = figures([
      finding({ found_on: '2026-11-05' }),
      finding({ found_on: '2026-11-04' }),
      finding({ found_on: '2026-11-04' }, 'solved'),
      finding({ found_on: '2026-11-04', requirements: ['I1'] }),
    ])
    assert.equal(of('segmentation_violations').value, 1)
  })

  it('counts a supplier reviewed a year ago to the day', () => {
    const supplier = (values: object) => record('supplier', values, 'active')
    const of = figures([
      supplier({ criticality: 'high', last_review_on: '2025-11-12' }),
      supplier({ criticality: 'high', last_review_on: '2025-11-11' }),
      supplier({ criticality: 'low' }),
    ])
    assert.deepEqual(of('supplier_reviews').of, { part: 1, whole: 2 })
  })

  it('misses the contract of a critical supplier, and the clause of a contract', () => {
    const subjects = [
      'security_duties',
      'incident_notice',
      'vulnerability_notice',
      'audit_right',
      'subcontracting',
      'exit',
    ]
    const clauses = subjects.map((subject) => ({ subject, is_agreed: true }))
    const one = record('supplier', { criticality: 'critical' }, 'active')
    const whole = record('contract', { supplier: one.id, clauses }, 'in_force')
    const half = record('contract', { supplier: one.id, clauses: clauses.slice(1) }, 'in_force')
    assert.deepEqual(figures([one, whole, half])('supplier_clauses').of, { part: 1, whole: 2 })
    assert.equal(figures([one])('supplier_clauses').missing, 1)
  })

  it('asks a second factor of every way in, and knows which say nothing of it', () => {
    const leave = (values: object) => record('remote-access', values, 'allowed')
    const of = figures([leave({ mfa: true }), leave({ mfa: false }), leave({})])
    assert.deepEqual(of('mfa_remote').of, { part: 1, whole: 2 })
    assert.equal(of('mfa_remote').missing, 1)
  })

  it('counts accounts that answer from anywhere among the ways in', () => {
    const account = (values: object) => record('access-account', values, 'in_use')
    const of = figures([
      account({ source: 'entra', mfa: true }),
      account({ source: 'entra', mfa: false, account_type: 'guest' }),
      account({ source: 'entra', account_type: 'emergency' }),
      account({ source: 'entra', mfa: false, account_type: 'service' }),
      account({ source: 'entra', mfa: false, is_enabled: false }),
      account({ source: 'local', mfa: false }),
    ])
    assert.deepEqual(of('mfa_remote').of, { part: 1, whole: 2 })
    assert.equal(of('mfa_remote').missing, 1)
  })

  it('counts training until the day it is to be repeated', () => {
    const [an, bo] = [record('person', {}, 'in_use'), record('person', {}, 'in_use')]
    const left = record('person', { left_on: today }, 'in_use')
    const given = (on: string) =>
      record('training', { topics: ['awareness'], given_on: on, participants: [an.id] }, 'given')
    assert.equal(figures([an, bo, left, given('2025-11-12')])('awareness').value, 50)
    assert.equal(figures([an, bo, left, given('2025-11-11')])('awareness').value, 0)
    assert.equal(figures([an, bo])('awareness').value, null)
  })

  it('counts reports of drills as the sender did, else by person where people are known', () => {
    const drill = (values: object) =>
      record(
        'awareness-campaign',
        { type: 'phishing_simulation', ends_on: '2026-10-01', ...values },
        'held',
      )
    const sent = drill({ delivered_count: 40, reported_count: 10 })
    assert.equal(figures([sent])('phish_report').value, 25)
    const result = (campaign: string, was_reported: boolean) =>
      record('phishing-result', { campaign, was_reported }, 'in_use')
    assert.equal(figures([sent, result(sent.id, true)])('phish_report').value, 25)
    const alone = drill({})
    const two = [result(alone.id, true), result(alone.id, false)]
    assert.equal(figures([alone, ...two])('phish_report').value, 50)
    assert.equal(figures([sent, drill({})])('phish_report').missing, 1)
  })

  it('counts a booked course within the term for half', () => {
    const organisation = record('organisation', { jurisdiction: 'NL' }, 'in_use')
    const seat = { person: 'p', role: 'executive_director', from: '2026-09-01' }
    const appointment = record('appointment', seat, 'in_use')
    const booked = { audience: ['board'], planned_on: '2027-01-01', participants: ['p'] }
    const course = record('training', booked, 'planned')
    assert.equal(figures([organisation, appointment])('board_training').value, 0)
    assert.equal(figures([organisation, appointment, course])('board_training').value, 50)
  })
})

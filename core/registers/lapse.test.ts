// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { approve } from './approval.ts'
import { kinds } from './catalogue.ts'
import { change, erase, move, reinstate, retire } from './change.ts'
import type { RecordVersion } from './record.ts'
import { open, over, testId } from './testing/arbitrary.ts'
import { codes, director, done, engineer, given, now, standing, zone } from './testing/steps.ts'

describe('what lapses', () => {
  const acceptance = standing(
    'acceptance',
    {
      code: 'a',
      subject: 'risk-1',
      subject_version: 1,
      reason: 'r',
      valid_until: '2027-01-01',
    },
    { state: 'accepted', approval: { at: now, by: 'd' } },
  )
  const risk = standing(
    'risk',
    { code: 'r', name: 'n', scenario: 's', loss_eur_high: 100_000 },
    { state: 'assessed' },
  )

  it('is the acceptance of a risk whose loss changed, not of one whose note did', () => {
    const lookup = over([risk, acceptance])
    const { others, entries, lapsed } = done(
      change({ ...given(risk, { lookup }), patch: { loss_eur_high: 200_000 } }),
    )
    assert.deepEqual(lapsed, [
      { what: 'acceptance', kind: 'acceptance', id: 'acceptance-1', because: ['loss_eur_high'] },
    ])
    assert.equal(others[0]?.state, 'lapsed')
    assert.equal(others[0]?.approval, null)
    assert.deepEqual(entries[1]?.cause, { kind: 'risk', id: 'risk-1', version: 2 })
    assert.deepEqual(done(change({ ...given(risk, { lookup }), patch: { note: 'x' } })).lapsed, [])
  })

  it('is not what has not been accepted, or has retired', () => {
    const retired = { at: now, by: 'x', reason: 'r' }
    for (const more of [{ state: 'requested' }, { state: 'revoked' }, { retired }]) {
      const lookup = { ...over([risk]), referrers: () => [{ ...acceptance, ...more }] }
      const outcome = change({ ...given(risk, { lookup }), patch: { loss_eur_high: 1 } })
      assert.deepEqual(done(outcome).others, [])
    }
  })

  it('is the leave of remote access that now reaches further', () => {
    const access = standing(
      'remote-access',
      { code: 'a', name: 'n', tool: 'vpn', purpose: 'p', mfa: true },
      {
        state: 'allowed',
        approval: { at: now, by: 'd' },
      },
    )
    const { record, lapsed } = done(
      change({ ...given(access, { actor: engineer }), patch: { mfa: false } }),
    )
    assert.equal(record.state, 'lapsed')
    assert.equal(record.approval, null)
    assert.deepEqual(
      lapsed.map(({ what, because }) => [what, because]),
      [['approval', ['mfa']]],
    )
    assert.equal(
      done(change({ ...given(access, { actor: engineer }), patch: { note: 'x' } })).record.state,
      'allowed',
    )
  })

  it('is, by one zone, each conduit once, from whichever side', () => {
    const conduit = (id: string, from: string, to: string) =>
      standing(
        'conduit',
        { code: id, name: id, from_zone: from, to_zone: to, services: ['any'] },
        { id, state: 'allowed' },
      )
    const self = standing('zone', zone)
    const lookup = over([
      self,
      conduit('c1', 'zone-1', 'z2'),
      conduit('c2', 'z2', 'zone-1'),
      conduit('c3', 'zone-1', 'zone-1'),
      conduit('c4', 'z2', 'z3'),
    ])
    const { others } = done(change({ ...given(self, { lookup }), patch: { kind: 'safety' } }))
    assert.deepEqual(others.map(({ id }) => id).sort(), ['c1', 'c2', 'c3'])
  })

  it('is proof about a device that has been reloaded', () => {
    const asset = standing('asset', { code: 'A1', name: 'PLC', quantity: 1 })
    const proof = standing(
      'evidence-file',
      { code: 'e', name: 'n', type: 'config', about: ['asset-1'] },
      { state: 'accepted' },
    )
    const { lapsed } = done(
      change({ ...given(asset, { lookup: over([asset, proof]) }), patch: { firmware: 'V3' } }),
    )
    assert.deepEqual(
      lapsed.map(({ what, id }) => [what, id]),
      [['evidence', 'evidence-file-1']],
    )
  })
})

describe('what comes back', () => {
  it('comes back without the approval it had, and by as many persons as sent it away', () => {
    const gone = { retired: { at: now, by: 'x', reason: 'unused' } }
    const approval = { at: now, by: 'd' }
    const access = standing('remote-access', {}, { state: 'allowed', approval, ...gone })
    const { record, lapsed } = done(reinstate({ ...given(access), reason: 'used after all' }))
    assert.equal(record.state, 'lapsed')
    assert.equal(record.approval, null)
    assert.equal(lapsed.length, 1)
    const decided = standing('decision', { code: 'd' }, { state: 'decided', ...gone })
    const asked = reinstate({ ...given(decided), reason: 'r' })
    assert.ok(asked.ok && asked.value.pending !== null)
  })
})

describe('an acceptance', () => {
  it('is of the risk as it stands: a version later it must be asked again', () => {
    const risk = standing('risk', { code: 'r', name: 'n', scenario: 's' }, { version: 3 })
    const accept = (subject_version: number) => {
      const asked = standing('acceptance', {
        code: 'a',
        subject: 'risk-1',
        subject_version,
        reason: 'r',
        valid_until: '2027-01-01',
        accepted_by: testId('person', 1),
        accepted_on: '2026-11-21',
      })
      return move({ ...given(asked, { lookup: over([risk, asked]) }), to: 'accepted' })
    }
    assert.ok(accept(3).ok)
    assert.deepEqual(codes(accept(2)), ['stale-version'])
    assert.deepEqual(codes(accept(4)), ['stale-version'])
  })
})

describe('retire', () => {
  it('wants a reason, and leaves the record in its state', () => {
    const record = standing('zone', zone)
    assert.deepEqual(codes(retire({ ...given(record), reason: '' })), ['reason-missing'])
    const { record: gone } = done(retire({ ...given(record), reason: 'rebuilt' }))
    assert.deepEqual(gone.retired, { at: now, by: 'c', reason: 'rebuilt' })
    assert.equal(gone.state, 'in_use')
  })

  it('is refused while something in use stands on it, and names that', () => {
    const self = standing('zone', zone)
    const asset = standing('asset', { code: 'a', name: 'b', zone: 'zone-1' })
    const outcome = retire({ ...given(self, { lookup: over([self, asset]) }), reason: 'r' })
    assert.ok(!outcome.ok)
    assert.deepEqual(outcome.refusals, [
      { code: 'still-referenced', kind: 'asset', field: 'zone', ids: ['asset-1'] },
    ])
    const gone = { ...asset, retired: { at: now, by: 'x', reason: 'r' } }
    assert.ok(retire({ ...given(self, { lookup: over([self, gone]) }), reason: 'r' }).ok)
  })

  it('takes along what cannot stand alone, and only that', () => {
    const asset = standing('asset', { code: 'a', name: 'b' })
    const part = (id: string, within: string) =>
      standing('software-component', { name: id, within }, { id })
    const proof = standing('evidence-file', { code: 'e', about: ['asset-1'] })
    const lookup = over([
      asset,
      part('s1', 'asset-1'),
      part('s2', 'asset-1'),
      part('s3', 'asset-2'),
      proof,
    ])
    const { others, entries } = done(retire({ ...given(asset, { lookup }), reason: 'scrapped' }))
    assert.deepEqual(
      others.map(({ id }) => id),
      ['s1', 's2'],
    )
    assert.ok(others.every(({ retired }) => retired?.reason === 'scrapped'))
    assert.equal(entries.length, 3)
  })
})

describe('erase', () => {
  const person = standing('person', {
    code: 'p7',
    name: 'Jan',
    email: 'j@x.example',
    department: 'Sales',
  })
  const erased = (record: RecordVersion, more: object = {}) => {
    const outcome = erase({ ...given(record), reason: 'asked for', ...more })
    assert.ok(outcome.ok && outcome.value.pending !== null, JSON.stringify(outcome))
    return done(
      approve({
        kind: kinds[record.kind],
        pending: outcome.value.pending,
        record,
        actor: director,
        now,
        lookup: open,
      }),
    ).record
  }

  it('takes by two persons what is personal and leaves the rest', () => {
    const record = erased(person)
    assert.deepEqual(record.values, { code: 'p7', department: 'Sales' })
    assert.ok(record.erased.includes('name') && record.erased.includes('email'))
  })

  it('keeps the record changeable though a required field is gone', () => {
    const record = erased(person)
    assert.ok(change({ ...given(record), patch: { department: 'None' } }).ok)
    const named = done(change({ ...given(record), patch: { name: 'J.' } })).record
    assert.ok(!named.erased.includes('name') && named.erased.includes('email'))
  })

  it('reaches what is frozen and what has retired', () => {
    const retired = { ...person, retired: { at: now, by: 'x', reason: 'left' } }
    assert.equal(erased(retired).values['name'], undefined)
    const line = standing('incident-log-entry', { text: 't', private_text: 'secret' })
    assert.deepEqual(erased(line).values, { text: 't' })
  })

  it('refuses what is no personal data, and wants its ground', () => {
    const outcome = erase({ ...given(person), fields: ['department'], reason: 'r' })
    assert.deepEqual(codes(outcome), ['field-refused /department'])
    assert.deepEqual(codes(erase({ ...given(person), reason: '' })), ['reason-missing'])
    assert.deepEqual(codes(erase({ ...given(standing('zone', zone)), reason: 'r' })), [
      'not-permitted',
    ])
  })
})

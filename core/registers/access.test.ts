// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { type Actor, type Judged, may, type Permission } from './access.ts'
import { kinds } from './catalogue.ts'
import type { RecordKind } from './kind.ts'
import { type Action, actions, type Grant, type Role, roles, timeBoxedRoles } from './roles.ts'

const now = '2026-11-21T12:00:00.000Z'
const later = '2026-11-21T12:00:00.001Z'
const all: readonly RecordKind[] = Object.values(kinds)

function actor(role: Role, more: Partial<Actor> = {}): Actor {
  return {
    person: 'me',
    roles: [role],
    processes: ['my-line'],
    supplier: 'my-supplier',
    until: later,
    ...more,
  }
}

/** A record of somebody else, in which nothing of the actor stands and nothing is withheld. */
function foreign(one: RecordKind): Judged {
  const by = { at: now, by: 'other' }
  const isOpen = (state: string) => one.withholds?.while.includes(state) !== true
  const state = one.lifecycle.states.find(isOpen) ?? one.lifecycle.states[0]
  return { id: 'r', state, values: {}, created: by, changed: by }
}

/** The same record, made to meet every condition of a grant. */
function fitting(one: RecordKind, grant: Grant): Judged {
  let record = foreign(one)
  const mine = { me: 'me', myProcesses: 'my-line', mySupplier: 'my-supplier', notPast: later }
  for (const where of grant.where ?? []) {
    const value = 'among' in where ? where.among[0]! : mine[where.holds]
    const [field] = where.oneOf as [string]
    if (field === 'id' || field === 'state') record = { ...record, [field]: value }
    else record = { ...record, values: { ...record.values, [field]: value } }
  }
  return record
}

const sign = (grant: Grant | undefined): string => {
  if (grant === undefined) return '·'
  return `${grant.where === undefined ? '+' : '?'}${grant.notOwnWork ? '!' : ''}${grant.fields ? 'f' : ''}`
}

function told(role: Role, action: Action, grant: Grant): string[] {
  const parts: string[] = []
  for (const where of grant.where ?? []) {
    const what = 'among' in where ? `is ${where.among.join(' or ')}` : `holds ${where.holds}`
    parts.push(`${where.oneOf.join(' or ')} ${what}`)
  }
  if (grant.notOwnWork) parts.push('not own work')
  if (grant.fields !== undefined) parts.push(`only ${grant.fields.join(', ')}`)
  return parts.length === 0 ? [] : [`  ${role} ${action}: ${parts.join('; ')}`]
}

function table(): string {
  const lines = [
    '# Who may do what, cell by cell. + yes, ? when a condition holds, ! not own work, f only some',
    '# fields, · no. Rewritten with UPDATE_GOLDEN=1; read every line that moves.',
  ]
  for (const one of all) {
    lines.push(
      '',
      `${one.name.padEnd(24)}${actions.map((action) => action.padEnd(10)).join('')}`.trimEnd(),
    )
    for (const role of roles) {
      const cells = actions.map((action) => sign(one.may[role][action]).padEnd(10)).join('')
      lines.push(`  ${role.padEnd(22)}${cells}`.trimEnd())
    }
    if (one.withholds !== undefined) {
      const { fields, while: states, unless, from } = one.withholds
      const makers = `its maker who is not in ${from.join(' or ')}`
      lines.push(
        `  read: while ${states.join(' or ')} without ${fields.join(', ')},` +
          ` save for ${unless.join(' or ')} and ${makers}`,
      )
    }
    for (const role of roles) {
      for (const action of actions) {
        const grant = one.may[role][action]
        if (grant !== undefined) lines.push(...told(role, action, grant))
      }
    }
  }
  return `${lines.join('\n')}\n`
}

describe('the table of roles, kinds and actions', () => {
  const file = join(import.meta.dirname, 'golden/permissions.txt')

  it('has every cell, and none that nobody has read', () => {
    const made = table()
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, made)
    const read = readFileSync(file, 'utf8')
    assert.equal(made, read)
    for (const one of all) {
      const from = read.indexOf(`\n${one.name.padEnd(24)}`)
      assert.ok(from >= 0, one.name)
      const block = read.slice(from + 1).split('\n\n')[0]!
      for (const role of roles) {
        const row = block
          .split('\n')
          .find((line) => line.startsWith(`  ${role.padEnd(22)}`) && !line.includes(':'))
        assert.equal(row?.trim().split(/\s+/).length, actions.length + 1, `${one.name} ${role}`)
      }
    }
  })

  it('is what may answers, in every cell', () => {
    let cells = 0
    for (const kind of all) {
      for (const role of roles) {
        for (const action of actions) {
          cells += 1
          const grant = kind.may[role][action]
          const ask = (record: Judged, as = actor(role)): Permission =>
            may({ actor: as, action, kind, record, now })
          const label = `${role} ${action} ${kind.name}`
          if (grant === undefined) {
            assert.deepEqual(ask(foreign(kind)), { allowed: false, because: 'role' }, label)
            continue
          }
          const fit = fitting(kind, grant)
          assert.deepEqual(ask(fit), { allowed: true, fields: grant.fields ?? null }, label)
          if (grant.where !== undefined) assert.equal(ask(foreign(kind)).allowed, false, label)
          if (grant.notOwnWork) {
            const own = { ...fit, changed: { at: now, by: 'me' } }
            assert.deepEqual(ask(own), { allowed: false, because: 'own_work' }, label)
          }
          if (timeBoxedRoles.includes(role)) {
            const { until: _, ...unboxed } = actor(role)
            const outside = [
              unboxed,
              actor(role, { until: now }),
              actor(role, { until: 'soon' }),
              actor(role, { from: later }),
            ]
            for (const as of outside) {
              assert.deepEqual(ask(fit, as), { allowed: false, because: 'time_box' }, label)
            }
          }
        }
      }
    }
    assert.equal(cells, all.length * roles.length * actions.length)
  })

  it('denies an actor without roles everything', () => {
    for (const kind of all) {
      for (const action of actions) {
        assert.equal(
          may({ actor: { ...actor('ciso'), roles: [] }, action, kind, now }).allowed,
          false,
        )
      }
    }
  })
})

describe('the sentences of DESIGN on who may what', () => {
  const granted = (role: Role) =>
    all.flatMap((one) => Object.keys(one.may[role]).map((action) => `${one.name} ${action}`))

  it('lets the supervisory board read all and take note of all, and approve nothing', () => {
    for (const one of all) {
      assert.ok(one.may.supervisory_director.read !== undefined, one.name)
      assert.ok(one.may.supervisory_director.take_note !== undefined, one.name)
    }
    const rest = granted('supervisory_director').filter((cell) => !/ (read|take_note)$/.test(cell))
    // It asks, and it records that it took note; both as records of its own.
    assert.deepEqual(rest, ['action create', 'vote create', 'objection create'])
    for (const one of all) {
      for (const { by } of one.fourEyes)
        assert.ok(!(by as readonly string[]).includes('supervisory_director'))
      for (const { by } of one.lifecycle.transitions) {
        assert.ok(!by.includes('supervisory_director'), one.name)
      }
    }
    const vote = (choice: string) =>
      may({
        actor: actor('supervisory_director'),
        action: 'create',
        kind: kinds.vote,
        record: { id: 'v', state: 'recorded', values: { person: 'me', choice } },
        now,
      }).allowed
    assert.ok(vote('took_note'))
    assert.ok(!vote('approve'))
  })

  it('lets measures of the duty of care be approved by directors alone', () => {
    const by = kinds.measure.fourEyes.flatMap((rule) => rule.by)
    assert.deepEqual([...new Set(by)], ['director'])
  })

  it('lets an auditor read, within the time box, and do nothing else', () => {
    assert.deepEqual([...new Set(granted('auditor').map((cell) => cell.split(' ')[1]))], ['read'])
  })

  it('lets a customer see only what is shared, until it expires', () => {
    assert.deepEqual(granted('customer'), [
      'organisation read',
      'policy-version read',
      'requirement-answer read',
      'evidence-file read',
    ])
    const record = { id: 'e', state: 'accepted', values: { shared_until: later } }
    const ask = (more: Partial<Judged>) =>
      may({
        actor: actor('customer'),
        action: 'read',
        kind: kinds['evidence-file'],
        record: { ...record, ...more },
        now,
      })
    assert.ok(ask({}).allowed)
    assert.ok(!ask({ values: { shared_until: now } }).allowed)
    assert.ok(!ask({ values: {} }).allowed)
    assert.ok(!ask({ state: 'received' }).allowed)
    assert.ok(!ask({ retired: { at: now, by: 'x', reason: 'wrong' } }).allowed)
  })

  it('lets a supplier answer its own questionnaire while it is open, and see nothing of the verdict', () => {
    assert.deepEqual(granted('supplier'), [
      'supplier read',
      'supplier-review read',
      'supplier-review change',
      'supplier-review move',
      'incident create',
    ])
    const kind = kinds['supplier-review']
    const ask = (action: Action, values: Record<string, string>, state = 'sent') =>
      may({ actor: actor('supplier'), action, kind, record: { id: 'q', state, values }, now })
    const own = { supplier: 'my-supplier', answer_until: later }
    const seen = ask('read', own)
    assert.ok(
      seen.allowed && !seen.fields?.includes('verdict') && !seen.fields?.includes('conclusion'),
    )
    assert.ok(ask('change', own).allowed)
    assert.ok(!ask('change', { ...own, supplier: 'other' }).allowed)
    assert.ok(!ask('change', { ...own, answer_until: now }).allowed)
    assert.ok(!ask('change', own, 'answered').allowed)
  })

  it('gives an employee one form, what he or she is asked to read, and a key of his or her own', () => {
    assert.deepEqual(granted('employee'), [
      'read-receipt read',
      'read-receipt change',
      'read-receipt move',
      'incident create',
      'approval-key read',
      'approval-key retire',
    ])
  })

  it('lets a process owner change only processes of his or her own', () => {
    const ask = (id: string) =>
      may({
        actor: actor('process_owner'),
        action: 'change',
        kind: kinds.process,
        record: { id, state: 'in_use', values: { owner: 'me' } },
        now,
      }).allowed
    assert.ok(ask('my-line'))
    assert.ok(!ask('other-line'))
  })

  it('lets the CISO approve nothing that is the CISO’s own work', () => {
    for (const one of all) {
      const { approve } = one.may.ciso
      if (approve !== undefined) assert.equal(approve.notOwnWork, true, one.name)
    }
    const ask = (values: Record<string, string>, by: string) =>
      may({
        actor: actor('ciso'),
        action: 'approve',
        kind: kinds.exception,
        record: {
          id: 'x',
          state: 'requested',
          values,
          created: { at: now, by },
          changed: { at: now, by },
        },
        now,
      })
    assert.ok(ask({ owner: 'other' }, 'other').allowed)
    assert.deepEqual(ask({ owner: 'me' }, 'other'), { allowed: false, because: 'own_work' })
    assert.deepEqual(ask({ owner: 'other' }, 'me'), { allowed: false, because: 'own_work' })
    // Made by the CISO long ago, changed by another since: still the CISO's.
    const made = { id: 'x', state: 'requested', values: {}, created: { at: now, by: 'me' } }
    const grown = { ...made, changed: { at: now, by: 'other' } }
    const question = {
      actor: actor('ciso'),
      action: 'approve',
      kind: kinds.exception,
      now,
    } as const
    assert.equal(may({ ...question, record: grown }).allowed, false)
  })

  it('shows the injects of an exercise to come to its leader, observers and maker alone', () => {
    const read = (by: string, values: Judged['values'], state = 'planned') => {
      const record = { ...foreign(kinds.exercise), state, values, created: { at: now, by } }
      const told = may({ actor: actor('ciso'), action: 'read', kind: kinds.exercise, record, now })
      return told.allowed && (told.fields === null || told.fields.includes('injects'))
    }
    assert.equal(read('other', {}), false)
    assert.equal(read('other', { participants: ['me'] }), false)
    assert.equal(read('me', { participants: ['me'] }), false)
    assert.equal(read('me', { participants: ['me'], led_by: 'me' }), true)
    assert.equal(read('other', { observers: ['me'] }), true)
    assert.equal(read('me', {}), true)
    assert.equal(read('other', {}, 'held'), true)
  })

  it('adds up the fields of several roles, and one that sees all sees all', () => {
    const record = { id: 'm', state: 'planned', values: {} }
    const ask = (...names: Role[]) =>
      may({
        actor: { ...actor('ciso'), roles: names },
        action: 'read',
        kind: kinds.meeting,
        record,
        now,
      })
    const some = ask('it_manager', 'ot_engineer')
    assert.ok(some.allowed && some.fields?.length === 5)
    assert.deepEqual(ask('it_manager', 'director'), { allowed: true, fields: null })
  })
})

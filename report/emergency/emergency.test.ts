// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { crisisOf } from '@schouw/core/board/crisis'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { emergencyTemplate, writePdf } from '@schouw/formats/pdf'
import { gapText } from '../crisis-gaps/index.ts'
import { paperFonts } from '../fonts/index.ts'
import { playbookModels, playbookValues } from '../playbooks/index.ts'
import { statementModels, statementValues } from '../statements/index.ts'
import { type EmergencyFacts, emergencyPack } from './index.ts'

const today = '2026-11-22'

function record(
  kind: KindName,
  id: string,
  values: object,
  { state = 'in_use', at = '2026-11-20T08:00:00.000Z' } = {},
): RecordVersion {
  const stamp = { at, by: 'somebody' }
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const all = { code: id, name: id, ...values } as unknown as RecordVersion['values']
  return { kind, id, version: 1, state, values: all, ...rest }
}

/** By a number of one's own, tried this year, with somebody behind. */
const reached = { phone: '+31612345679', deputy: 'p1', last_called_on: today }

function facts(
  language: 'nl' | 'en',
  more: readonly RecordVersion[] = [],
  approved = 1,
): EmergencyFacts {
  const all = [
    record('organisation', 'o', {
      ...{ name: 'Voorbeeld BV', jurisdiction: 'NL', time_zone: 'Europe/Amsterdam' },
    }),
    record('person', 'p1', { name: 'Hanneke', emergency_phone: '+31612345678' }),
    record('crisis-contact', 'c1', {
      ...{
        function: 'crisis_lead',
        person: 'p1',
        deputy: 'p1',
        last_called_on: today,
        call_order: 1,
        channel: 'Groep op eigen telefoon',
      },
    }),
    record('crisis-contact', 'c2', {
      function: 'police',
      phone: '+318008844',
      last_called_on: today,
      availability: '24/7',
    }),
    ...[record('zone', 'kantoor', { kind: 'office' }), record('zone', 'lijn1', { kind: 'safety' })],
    record('conduit', 'stroom', { from_zone: 'kantoor', to_zone: 'lijn1', services: ['tcp/502'] }),
    record('process', 'verspanen', { depends_on_zones: ['lijn1'], max_outage_hours: '48' }),
    record('crown-jewel', 'j', { process: 'verspanen' }),
    ...playbookModels(language).map((model, at) =>
      record('playbook', `b${at}`, playbookValues(model, language), {
        state: at < approved ? 'approved' : 'draft',
      }),
    ),
    ...statementModels(language).map((model, at) =>
      record('holding-statement', `s${at}`, statementValues(model, language), {
        state: 'approved',
      }),
    ),
    ...more,
  ]
  const records: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of all) records[one.kind] = [...(records[one.kind] ?? []), one]
  return { records, today }
}

/** Everybody who is asked for, within reach, with every playbook approved. */
const whoever = [
  ...['decision_maker', 'it_lead', 'ot_lead', 'spokesperson', 'log_keeper'].map((role, at) =>
    record('crisis-contact', `in${at}`, { function: role, person: 'p1', ...reached }),
  ),
  ...['insurer', 'forensics', 'csirt'].map((role, at) =>
    record('crisis-contact', `out${at}`, { function: role, ...reached }),
  ),
]

function pdf(of: EmergencyFacts, language: 'nl' | 'en'): Uint8Array {
  const { data, createdAt } = emergencyPack(of, language)
  const input = {
    template: emergencyTemplate(),
    data,
    fonts: paperFonts(),
    attachments: {},
    createdAt,
  }
  const made = writePdf(input)
  assert.ok(made.ok, made.ok ? '' : String(made.facts['detail']))
  return made.value
}

const words = (of: EmergencyFacts, language: 'nl' | 'en' = 'nl') =>
  JSON.stringify(emergencyPack(of, language).data).replaceAll(/[\u00ad\u200b]/g, '')

describe('the emergency pack', () => {
  it('is an archival, tagged document in its own language', () => {
    const text = Buffer.from(pdf(facts('nl'), 'nl')).toString('latin1')
    assert.match(text, /pdfaid:part>3</)
    assert.match(text, /pdfaid:conformance>A</)
    assert.match(text, /\/MarkInfo/)
    assert.match(text, /\/Lang ?\(nl-NL\)/)
  })

  it('gives the same bytes for the same registers, whatever the clock says', () => {
    for (const language of ['nl', 'en'] as const) {
      assert.ok(Buffer.from(pdf(facts(language), language)).equals(pdf(facts(language), language)))
    }
  })

  it('is of the moment of the last change in it, in the zone of the organisation', () => {
    const later = record('zone', 'x', { kind: 'ot' }, { at: '2026-11-21T23:30:00.000Z' })
    assert.match(words(facts('nl', [later])), /22 november 2026 00:30/)
  })

  it('holds numbers, the cut, the order, every playbook and the terms of the law', () => {
    const text = words(facts('nl'))
    for (const one of ['+31612345678', '+318008844', 'stroom', 'verspanen', 'Gijzelsoftware']) {
      assert.ok(text.includes(one), one)
    }
    assert.match(text, /24 uur/)
    assert.match(text, /72 uur/)
    assert.match(text, /Nog niet goedgekeurd/)
    assert.doesNotMatch(text, /undefined|null,null|NaN/)
  })

  it('says what is missing rather than leaving it blank', () => {
    const empty = { records: {}, today }
    assert.match(words(empty), /Er staat nog niets in de registers/)
    assert.ok(pdf(empty, 'en').length > 5_000)
    for (const language of ['nl', 'en'] as const) {
      const text = words(empty, language)
      const { gaps } = crisisOf(empty)
      assert.ok(gaps.length > 10)
      for (const gap of gaps) assert.ok(text.includes(gapText(gap, language)), gap.about)
      assert.ok(text.includes(String(gaps.length)))
    }
  })

  it('has no chapter of what is missing when nothing is', () => {
    const { gaps } = crisisOf(facts('nl'))
    assert.ok(gaps.length > 0)
    assert.match(words(facts('nl')), /10\. Wat nog ontbreekt/)
    const whole = facts('nl', whoever, 99)
    assert.deepEqual(crisisOf(whole).gaps, [])
    assert.doesNotMatch(words(whole), /hoofdstuk 10|Wat nog ontbreekt/)
  })

  it('prints any name, in any script, of any length, as text', () => {
    const odd = ['#panic("x")', '汉字', '\u202Egnp', 'w'.repeat(200), '$ a_b $ <x> @y']
    const more = odd.map((name, at) => record('zone', `odd${at}`, { name, kind: 'ot' }))
    assert.ok(pdf(facts('nl', more), 'nl').length > 10_000)
  })
})

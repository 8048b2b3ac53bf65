// SPDX-License-Identifier: EUPL-1.2
import { type ActionRule, articleOf, isBelow, isInScope, whenFound } from './action-rule.ts'
import { firstEnd, sizeOf, wordsOf } from './scenarios.ts'
import { sentence } from './sentences.ts'
import { examplesOf, listed, unique } from './texts.ts'

/** Weeks 1–2: what applies to us, who carries it. */
export const scopeRules: readonly ActionRule[] = [
  {
    id: 'confirm_scope',
    role: 'director',
    week: 1,
    effort: 'hours',
    requirements: ['A8'],
    title: (facts) =>
      isBelow(facts, 'A8', 3)
        ? sentence('action.confirm_scope', { entity_class: facts.scene.scope.entity_class })
        : undefined,
  },
  {
    id: 'name_owners',
    role: 'director',
    week: 1,
    effort: 'hours',
    requirements: ['A2'],
    title: (facts) => (isBelow(facts, 'A2', 3) ? sentence('action.name_owners', {}) : undefined),
  },
  {
    id: 'register_entity',
    role: 'ciso',
    week: 2,
    effort: 'hours',
    requirements: ['A8'],
    title: (facts) =>
      isInScope(facts) && facts.scene.inputs.organisation.registered_on === null
        ? sentence('action.register_entity', { article: articleOf(facts, 'registration') })
        : undefined,
  },
  {
    id: 'set_level',
    role: 'director',
    week: 2,
    effort: 'hours',
    requirements: ['F1'],
    title: ({ scene }) =>
      scene.inputs.organisation.board_level === null ? sentence('action.set_level', {}) : undefined,
  },
  {
    id: 'measure_missing',
    role: 'ciso',
    week: 2,
    effort: 'days',
    requirements: [],
    title: ({ notMeasured }) =>
      notMeasured.length === 0
        ? undefined
        : sentence('action.measure_missing', { parts: notMeasured.join(', ') }),
  },
]

/** Weeks 3–6: what the measurement found and can be mended now. */
export const baselineRules: readonly ActionRule[] = [
  {
    id: 'close_remote_access',
    role: 'ot_engineer',
    week: 3,
    effort: 'hours',
    isQuickWin: true,
    requirements: ['D5', 'J1'],
    checks: ['remote_access_without_grant', 'grant_ended'],
    title: whenFound((own) =>
      sentence('action.close_remote_access', { tools: wordsOf(own), count: own.length }),
    ),
  },
  {
    id: 'change_passwords',
    role: 'ot_engineer',
    week: 3,
    effort: 'hours',
    isQuickWin: true,
    requirements: ['H5'],
    checks: ['default_credentials'],
    title: whenFound((own) => sentence('action.change_passwords', { devices: sizeOf(own) })),
  },
  {
    id: 'renew_certificate',
    role: 'it_manager',
    week: 3,
    effort: 'hours',
    isQuickWin: true,
    requirements: ['H4'],
    checks: ['certificate_expiry'],
    title: whenFound((own) => {
      const { target, validUntil, days } = firstEnd(own)
      const others = own.length - 1
      return sentence('action.renew_certificate', { target, valid_until: validUntil, days, others })
    }),
  },
  {
    id: 'close_internet',
    role: 'it_manager',
    week: 3,
    effort: 'days',
    isQuickWin: true,
    requirements: ['E2'],
    checks: ['internet_from_ot', 'internet_to_ot'],
    title: whenFound((own, { scene }) => {
      const inner = own
        .flatMap(({ zones }) => zones)
        .filter((id) => scene.plan.zone(id)?.kind !== 'internet')
      const names = unique(inner).map((id) => scene.plan.zone(id)?.name ?? id)
      return sentence('action.close_internet', { zone: listed(names), devices: sizeOf(own) })
    }),
  },
  {
    id: 'clear_address_conflict',
    role: 'it_manager',
    week: 3,
    effort: 'hours',
    isQuickWin: true,
    requirements: [],
    title: ({ scene, risks }) => {
      const risk = risks.find(({ id }) => id === 'address_conflict')
      return risk === undefined
        ? undefined
        : sentence('action.clear_address_conflict', {
            devices: examplesOf(risk.assets.map(scene.labelOf)),
          })
    },
  },
  {
    id: 'register_devices',
    role: 'ot_engineer',
    week: 4,
    effort: 'days',
    isQuickWin: true,
    requirements: ['I1'],
    checks: ['unregistered_device'],
    title: whenFound((own, { scene }) => {
      const names = own.flatMap(({ zones }) => zones).map((id) => scene.plan.zone(id)?.name ?? id)
      return sentence('action.register_devices', {
        count: sizeOf(own),
        zones: listed(unique(names)),
      })
    }),
  },
  {
    id: 'enforce_window',
    role: 'ot_engineer',
    week: 4,
    effort: 'hours',
    isQuickWin: true,
    requirements: ['D5', 'J4'],
    checks: ['access_outside_window'],
    title: whenFound((own) => sentence('action.enforce_window', { grants: wordsOf(own) })),
  },
  {
    id: 'review_controller_changes',
    role: 'ot_engineer',
    week: 4,
    effort: 'hours',
    requirements: ['E5'],
    title: ({ risks, scene }) => {
      const risk = risks.find(({ id }) => id === 'controller_changes')
      const seen = (scene.inspection?.detections ?? []).filter(({ id }) =>
        risk?.detections.includes(id),
      )
      return risk === undefined
        ? undefined
        : sentence('action.review_controller_changes', {
            operations: unique(seen.map(({ kind }) => kind)).join(', '),
            count: seen.length,
          })
    },
  },
  {
    id: 'separate_zones',
    role: 'it_manager',
    week: 5,
    effort: 'weeks',
    requirements: ['E2'],
    checks: ['office_to_controller', 'safety_reached'],
    title: whenFound((own, { scene }) => {
      const [first] = own.toSorted((a, b) => b.size - a.size)
      const facts = first.seen.code === 'seen.conversation' ? first.seen.facts : undefined
      const names = first.zones.map((id) => scene.plan.zone(id)?.name ?? id)
      const from = facts?.from ?? names[0] ?? ''
      return sentence('action.separate_zones', {
        from,
        to: facts?.to ?? names[1] ?? '',
        pairs: sizeOf(own),
      })
    }),
  },
  {
    id: 'correct_register',
    role: 'ot_engineer',
    week: 5,
    effort: 'days',
    requirements: ['I1'],
    checks: ['attribute_differs'],
    title: whenFound((own) => sentence('action.correct_register', { count: own.length })),
  },
  {
    id: 'do_restore_test',
    role: 'it_manager',
    week: 5,
    effort: 'days',
    requirements: ['C4'],
    checks: ['restore_missed', 'restore_failed', 'restore_slow'],
    title: whenFound((own) => {
      const systems = wordsOf(own)
      return sentence('action.do_restore_test', { systems, count: systems.split(', ').length })
    }),
  },
  {
    id: 'make_backups',
    role: 'ot_engineer',
    week: 5,
    effort: 'days',
    requirements: ['C2'],
    checks: ['no_backup'],
    title: whenFound(([{ words }]) =>
      sentence('action.make_backups', { examples: examplesOf(words), count: words.length }),
    ),
  },
  {
    id: 'mfa_remote_access',
    role: 'it_manager',
    week: 6,
    effort: 'days',
    requirements: ['J1'],
    title: ({ scene }) => {
      const bare = (scene.inputs.zones?.remote_access ?? []).filter(({ mfa }) => mfa === false)
      return bare.length === 0
        ? undefined
        : sentence('action.mfa_remote_access', {
            grants: listed(bare.map(({ id }) => id)),
            count: bare.length,
          })
    },
  },
  {
    id: 'protect_logins',
    role: 'ot_engineer',
    week: 6,
    effort: 'days',
    requirements: ['H3'],
    checks: ['cleartext_login'],
    title: whenFound((own) =>
      sentence('action.protect_logins', { protocols: wordsOf(own), devices: sizeOf(own) }),
    ),
  },
  {
    id: 'switch_off_old_protocols',
    role: 'it_manager',
    week: 6,
    effort: 'days',
    requirements: ['E6', 'H8'],
    checks: ['smb1', 'old_tls'],
    title: whenFound((own) =>
      sentence('action.switch_off_old_protocols', {
        protocols: wordsOf(own),
        devices: sizeOf(own),
      }),
    ),
  },
  {
    id: 'document_flows',
    role: 'ot_engineer',
    week: 6,
    effort: 'weeks',
    requirements: ['E2'],
    checks: ['undocumented_flows'],
    title: ({ flows, scene }) => {
      const loose = flows.filter(({ verdict }) => verdict === 'not_documented')
      return loose.length === 0 || scene.inputs.zones === null
        ? undefined
        : sentence('action.document_flows', { count: loose.length })
    },
  },
  {
    id: 'find_devices',
    role: 'ot_engineer',
    week: 6,
    effort: 'days',
    requirements: ['I1'],
    checks: ['registered_not_seen'],
    title: whenFound((own) => sentence('action.find_devices', { count: sizeOf(own) })),
  },
  {
    id: 'improve_tap',
    role: 'ot_engineer',
    week: 6,
    effort: 'days',
    requirements: ['I1'],
    title: ({ scene }) => {
      const advice = scene.inspection?.coverage.advice ?? []
      return advice.length === 0
        ? undefined
        : sentence('action.improve_tap', {
            advice: unique(advice.map(({ code }) => code)).join(', '),
          })
    },
  },
]

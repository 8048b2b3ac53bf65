// SPDX-License-Identifier: EUPL-1.2
import { type ActionFacts, type ActionRule, isBelow } from './action-rule.ts'
import type { SupplierView } from './baseline.ts'
import { unsupported } from './risks.ts'
import { type Sentence, sentence } from './sentences.ts'
import { examplesOf, listed, unique } from './texts.ts'

/** Weeks 7–10: the system of it: policy, suppliers, proof, people. */
export const governanceRules: readonly ActionRule[] = [
  {
    id: 'approve_policy',
    role: 'director',
    week: 7,
    effort: 'days',
    requirements: ['A1'],
    title: (facts) => (isBelow(facts, 'A1', 3) ? sentence('action.approve_policy', {}) : undefined),
  },
  {
    id: 'name_crown_jewels',
    role: 'director',
    week: 7,
    effort: 'hours',
    requirements: ['A4'],
    title: ({ lines }) =>
      lines.some(({ work }) => work.crown_jewel)
        ? undefined
        : sentence('action.name_crown_jewels', {}),
  },
  {
    id: 'set_recovery_targets',
    role: 'process_owner',
    week: 7,
    effort: 'days',
    requirements: ['C1'],
    title: ({ lines }) => {
      const bare = lines.filter(
        ({ work }) => work.rto_hours === null && work.max_outage_hours === null,
      )
      const processes = listed(bare.map(({ work }) => work.name))
      return bare.length === 0
        ? undefined
        : sentence('action.set_recovery_targets', { processes, count: bare.length })
    },
  },
  {
    id: 'incident_procedure',
    role: 'ciso',
    week: 8,
    effort: 'days',
    requirements: ['B6'],
    title: (facts) =>
      isBelow(facts, 'B6', 3) ? sentence('action.incident_procedure', {}) : undefined,
  },
  {
    id: 'supplier_clauses',
    role: 'purchasing',
    week: 8,
    effort: 'weeks',
    requirements: ['D3'],
    checks: ['no_notice_clause'],
    title: ({ suppliers }) =>
      supplierTitle(
        suppliers,
        ['no_notice_clause', 'no_security_clauses'],
        'action.supplier_clauses',
      ),
  },
  {
    id: 'renew_evidence',
    role: 'ciso',
    week: 8,
    effort: 'days',
    requirements: ['F6'],
    alsoRequirements: staleRequirements,
    title: (facts) => {
      const stale = staleRequirements(facts)
      return stale.length === 0
        ? undefined
        : sentence('action.renew_evidence', { count: stale.length, requirements: stale.join(', ') })
    },
  },
  {
    id: 'train_directors',
    role: 'director',
    week: 9,
    effort: 'days',
    requirements: ['G1'],
    checks: ['director_without_certificate'],
    title: ({ directors }) => {
      const open = directors.filter(({ status }) => status !== 'fulfilled' && status !== 'no_duty')
      const dues = unique(open.flatMap(({ training_due_on }) => training_due_on ?? []))
      return open.length === 0
        ? undefined
        : sentence('action.train_directors', {
            people: listed(open.map(({ name }) => name)),
            count: open.length,
            first_due: dues[0] ?? null,
          })
    },
  },
  {
    id: 'supplier_exit',
    role: 'purchasing',
    week: 9,
    effort: 'weeks',
    requirements: ['D8'],
    checks: ['no_exit_plan'],
    title: ({ suppliers }) => supplierTitle(suppliers, ['no_exit_plan'], 'action.supplier_exit'),
  },
  {
    id: 'replace_unsupported',
    role: 'ot_engineer',
    week: 9,
    effort: 'weeks',
    requirements: ['E4'],
    title: ({ scene }) => {
      const old = unsupported(scene)
      return old.length === 0
        ? undefined
        : sentence('action.replace_unsupported', { examples: examplesOf(old), count: old.length })
    },
  },
  {
    id: 'supplier_review',
    role: 'purchasing',
    week: 10,
    effort: 'days',
    requirements: ['D4'],
    checks: ['not_reviewed'],
    title: ({ suppliers }) =>
      supplierTitle(suppliers, ['not_reviewed', 'no_certificate'], 'action.supplier_review'),
  },
  {
    id: 'train_staff',
    role: 'hr',
    week: 10,
    effort: 'weeks',
    requirements: ['G2'],
    title: (facts) => (isBelow(facts, 'G2', 3) ? sentence('action.train_staff', {}) : undefined),
  },
]

/** Weeks 11–12: practise and decide; week 13 begins the rhythm. */
export const decideRules: readonly ActionRule[] = [
  {
    id: 'tabletop',
    role: 'ciso',
    week: 11,
    effort: 'days',
    requirements: ['C7', 'B6'],
    title: ({ risks }) => sentence('action.tabletop', { scenario: risks[0]?.id ?? 'flat_network' }),
  },
  {
    id: 'decide_risks',
    role: 'director',
    week: 12,
    effort: 'hours',
    requirements: ['A6'],
    title: ({ risks }) =>
      risks.length === 0 ? undefined : sentence('action.decide_risks', { count: risks.length }),
  },
  {
    id: 'board_review',
    role: 'director',
    week: 12,
    effort: 'hours',
    requirements: ['F4'],
    title: () => sentence('action.board_review', {}),
  },
  {
    id: 'repeat_baseline',
    role: 'ciso',
    week: 13,
    effort: 'days',
    requirements: ['F7', 'I1'],
    title: () => sentence('action.repeat_baseline', {}),
  },
  {
    id: 'quarterly_report',
    role: 'ciso',
    week: 13,
    effort: 'days',
    requirements: ['F1', 'F4'],
    title: () => sentence('action.quarterly_report', {}),
  },
]

function supplierTitle(
  suppliers: readonly SupplierView[],
  gaps: readonly string[],
  code: 'action.supplier_clauses' | 'action.supplier_exit' | 'action.supplier_review',
): Sentence | undefined {
  const open = suppliers.filter((one) => one.gaps.some((gap) => gaps.includes(gap)))
  if (open.length === 0) return undefined
  return sentence(code, { suppliers: listed(open.map(({ name }) => name)), count: open.length })
}

/** Requirements with proof that has ended or is about to. */
function staleRequirements({ measures }: ActionFacts): string[] {
  return measures
    .flatMap(({ requirements }) => requirements)
    .filter(({ evidence }) =>
      evidence.some(({ state }) => state === 'expired' || state === 'expiring'),
    )
    .map(({ id }) => id)
}

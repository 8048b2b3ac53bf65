// SPDX-License-Identifier: EUPL-1.2
import type { Sort } from './sort.ts'

export const sections = ['maker', 'access', 'integrity', 'network', 'recovery', 'lifetime'] as const
export type Section = (typeof sections)[number]

export interface Point {
  /** Keeps its meaning for ever: answers are kept under it. */
  readonly id: string
  readonly section: Section
  /** What it is asked of; absent is everything. */
  readonly sorts?: readonly Sort[]
  /** A no is a reason not to buy, or to buy under a condition. */
  readonly isKey?: true
  /** Only said, a yes is worth less: a certificate, a report, a list of components. */
  readonly wantsProof?: true
  /** IEC 62443-4-1:2018, by practice and number. */
  readonly process?: readonly string[]
  /** IEC 62443-4-2:2019, by requirement. */
  readonly component?: readonly string[]
  /** Regulation (EU) 2024/2847, Annex I, by part and point. */
  readonly cra?: readonly string[]
}

const devices: readonly Sort[] = ['component', 'machine', 'system']
const withSoftware: readonly Sort[] = ['component', 'machine', 'system', 'software']

/** What is asked before something is bought, of our own making; the words stand with the texts. */
export const points: readonly Point[] = [
  {
    id: 'MAK-1',
    section: 'maker',
    sorts: withSoftware,
    wantsProof: true,
    process: ['SM-1', 'SD-1'],
    cra: ['I(1)'],
  },
  { id: 'MAK-2', section: 'maker', sorts: withSoftware, process: ['SR-2'], cra: ['I(1)'] },
  {
    id: 'MAK-3',
    section: 'maker',
    sorts: withSoftware,
    wantsProof: true,
    process: ['SVV-3', 'SVV-4'],
    cra: ['I(2)(a)', 'II(3)'],
  },
  { id: 'MAK-4', section: 'maker', process: ['SM-9'] },
  {
    id: 'MAK-5',
    section: 'maker',
    isKey: true,
    process: ['DM-1', 'DM-5'],
    cra: ['II(5)', 'II(6)'],
  },
  {
    id: 'ACC-1',
    section: 'access',
    sorts: withSoftware,
    isKey: true,
    component: ['CR 1.1', 'CR 1.3', 'CR 2.1'],
    cra: ['I(2)(d)'],
  },
  {
    id: 'ACC-2',
    section: 'access',
    sorts: withSoftware,
    isKey: true,
    component: ['CR 1.5', 'CR 1.7'],
    cra: ['I(2)(b)'],
  },
  { id: 'ACC-3', section: 'access', sorts: devices, component: ['CR 1.11', 'CR 2.5'] },
  { id: 'ACC-4', section: 'access', isKey: true, component: ['NDR 1.13'], cra: ['I(2)(d)'] },
  { id: 'ACC-5', section: 'access', sorts: devices, component: ['EDR 2.13'], cra: ['I(2)(j)'] },
  {
    id: 'INT-1',
    section: 'integrity',
    sorts: withSoftware,
    component: ['CR 3.4', 'EDR 3.10'],
    process: ['SM-6', 'SUM-4'],
    cra: ['I(2)(f)', 'II(7)'],
  },
  { id: 'INT-2', section: 'integrity', sorts: devices, component: ['EDR 3.14'], cra: ['I(2)(f)'] },
  {
    id: 'INT-3',
    section: 'integrity',
    sorts: withSoftware,
    component: ['CR 3.1', 'CR 4.1', 'CR 4.3'],
    cra: ['I(2)(e)'],
  },
  { id: 'INT-4', section: 'integrity', sorts: devices, component: ['EDR 3.2'] },
  {
    id: 'NET-1',
    section: 'network',
    sorts: withSoftware,
    isKey: true,
    component: ['CR 7.7'],
    process: ['SG-3'],
    cra: ['I(2)(b)', 'I(2)(j)'],
  },
  { id: 'NET-2', section: 'network', sorts: devices, component: ['CR 5.1'], process: ['SG-2'] },
  { id: 'NET-3', section: 'network', sorts: devices, component: ['CR 7.1'], cra: ['I(2)(h)'] },
  {
    id: 'NET-4',
    section: 'network',
    sorts: withSoftware,
    component: ['CR 2.8', 'CR 2.11', 'CR 6.1'],
    cra: ['I(2)(l)'],
  },
  { id: 'REC-1', section: 'recovery', sorts: withSoftware, isKey: true, component: ['CR 7.3'] },
  {
    id: 'REC-2',
    section: 'recovery',
    sorts: withSoftware,
    component: ['CR 7.4', 'CR 7.6'],
    process: ['SG-5'],
  },
  {
    id: 'LIF-1',
    section: 'lifetime',
    sorts: withSoftware,
    isKey: true,
    process: ['SUM-5'],
    cra: ['II(2)', 'II(8)'],
  },
  {
    id: 'LIF-2',
    section: 'lifetime',
    sorts: withSoftware,
    wantsProof: true,
    component: ['CR 7.8'],
    cra: ['II(1)'],
  },
  {
    id: 'LIF-3',
    section: 'lifetime',
    sorts: withSoftware,
    process: ['SUM-1', 'SUM-2'],
    cra: ['I(2)(c)'],
  },
  { id: 'LIF-4', section: 'lifetime', process: ['DM-4'], cra: ['II(4)'] },
  {
    id: 'LIF-5',
    section: 'lifetime',
    sorts: withSoftware,
    component: ['CR 4.2'],
    process: ['SG-4'],
    cra: ['I(2)(m)'],
  },
]

export function pointsFor(sort: Sort): readonly Point[] {
  return points.filter(({ sorts }) => sorts === undefined || sorts.includes(sort))
}

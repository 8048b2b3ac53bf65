// SPDX-License-Identifier: EUPL-1.2
import type { Tier } from '../tiers.ts'

export const sections = [
  'organisation',
  'access',
  'product',
  'incidents',
  'people',
  'keys',
] as const
export type Section = (typeof sections)[number]

export interface Question {
  /** Keeps its meaning for ever: answers are carried from one year to the next by it. */
  readonly id: string
  readonly section: Section
  /** Absent is everybody. */
  readonly tiers?: readonly Tier[]
  /** 1 to 3. */
  readonly weight: 1 | 2 | 3
  /** A no asks work, whatever the rest is worth. */
  readonly isKey?: true
  /** A yes without a file is worth less: it is only said. */
  readonly wantsProof?: true
  /** Requirement of the duty of care that it serves. */
  readonly requirement: string
}

const onSite: readonly Tier[] = ['machine_builder', 'maintenance', 'msp']
const makers: readonly Tier[] = ['machine_builder', 'software']
const withSoftware: readonly Tier[] = ['machine_builder', 'software', 'msp', 'parts']

/** What suppliers are asked, of our own making; the words stand with the texts. */
export const bank: readonly Question[] = [
  { id: 'ORG-1', section: 'organisation', weight: 2, isKey: true, requirement: 'A2' },
  { id: 'ORG-2', section: 'organisation', weight: 2, wantsProof: true, requirement: 'D4' },
  { id: 'ORG-3', section: 'organisation', weight: 1, requirement: 'D1' },
  { id: 'ORG-4', section: 'organisation', weight: 2, requirement: 'D3' },
  { id: 'ORG-5', section: 'organisation', weight: 1, requirement: 'D1' },
  { id: 'ACC-1', section: 'access', tiers: onSite, weight: 3, isKey: true, requirement: 'I3' },
  { id: 'ACC-2', section: 'access', tiers: onSite, weight: 3, isKey: true, requirement: 'J1' },
  { id: 'ACC-3', section: 'access', tiers: onSite, weight: 3, isKey: true, requirement: 'D5' },
  { id: 'ACC-4', section: 'access', tiers: onSite, weight: 2, requirement: 'I4' },
  { id: 'ACC-5', section: 'access', tiers: onSite, weight: 2, requirement: 'J4' },
  { id: 'ACC-6', section: 'access', tiers: onSite, weight: 2, requirement: 'D7' },
  { id: 'ACC-7', section: 'access', tiers: ['msp'], weight: 3, isKey: true, requirement: 'I5' },
  { id: 'ACC-8', section: 'access', tiers: ['msp'], weight: 2, requirement: 'B3' },
  { id: 'PRO-1', section: 'product', tiers: makers, weight: 3, requirement: 'E8' },
  {
    ...{ id: 'PRO-2', section: 'product', tiers: withSoftware, weight: 2 },
    ...{ wantsProof: true, requirement: 'D6' },
  },
  {
    ...{ id: 'PRO-3', section: 'product', tiers: withSoftware, weight: 3 },
    ...{ isKey: true, requirement: 'A7' },
  },
  { id: 'PRO-4', section: 'product', tiers: withSoftware, weight: 2, requirement: 'E4' },
  { id: 'PRO-5', section: 'product', tiers: withSoftware, weight: 2, requirement: 'H7' },
  {
    ...{ id: 'PRO-6', section: 'product', tiers: ['machine_builder', 'parts'], weight: 2 },
    ...{ requirement: 'H5' },
  },
  { id: 'PRO-7', section: 'product', tiers: ['machine_builder'], weight: 2, requirement: 'E2' },
  { id: 'PRO-8', section: 'product', tiers: ['machine_builder'], weight: 2, requirement: 'C2' },
  { id: 'PRO-9', section: 'product', tiers: makers, weight: 1, requirement: 'H3' },
  { id: 'PRO-10', section: 'product', tiers: ['parts'], weight: 2, requirement: 'H7' },
  { id: 'INC-1', section: 'incidents', weight: 3, isKey: true, requirement: 'D3' },
  { id: 'INC-2', section: 'incidents', weight: 2, requirement: 'B1' },
  { id: 'INC-3', section: 'incidents', tiers: onSite, weight: 1, requirement: 'C7' },
  { id: 'INC-4', section: 'incidents', weight: 2, wantsProof: true, requirement: 'C4' },
  { id: 'INC-5', section: 'incidents', tiers: ['msp', 'software'], weight: 2, requirement: 'C3' },
  { id: 'PEO-1', section: 'people', tiers: onSite, weight: 2, requirement: 'I7' },
  { id: 'PEO-2', section: 'people', weight: 1, requirement: 'G3' },
  { id: 'PEO-3', section: 'people', tiers: onSite, weight: 2, requirement: 'I7' },
  { id: 'END-1', section: 'keys', tiers: ['msp', 'software'], weight: 2, requirement: 'D8' },
  { id: 'END-2', section: 'keys', tiers: ['machine_builder'], weight: 2, requirement: 'D8' },
  { id: 'END-3', section: 'keys', weight: 1, requirement: 'D8' },
]

/** The questions for a tier, in the order in which they are asked. */
export function questionsFor(tier: Tier): readonly Question[] {
  return bank.filter((one) => one.tiers === undefined || one.tiers.includes(tier))
}

export function questionOf(id: string): Question | undefined {
  return bank.find((one) => one.id === id)
}

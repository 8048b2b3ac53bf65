// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract/client'
import type { KindName } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import type { Language } from '../../words/index.ts'
import { wordsOf } from '../../words/index.ts'
import { groups } from '../registers/groups.ts'
import { upper } from '../registers/page.tsx'

/** Every register by its group, and the one that a file's name speaks of. */
export function registerChoices(language: Language, fileName: string) {
  const tongue = registerTongue(language)
  const { registers } = wordsOf(language)
  const name = fileName.toLowerCase()
  const all = Object.entries<readonly KindName[]>(groups)
  const speaks = (kind: KindName) =>
    [kind, plurals[kind], ...tongue.kind(kind).slice(0, 2)]
      .map((word) => word.toLowerCase())
      .some((word) => name.includes(word))
  const near = all.flatMap(([, kinds]) => kinds).find(speaks)
  return {
    near: near === undefined ? undefined : plurals[near],
    groups: all.map(([group, kinds]) => ({
      group: registers.groups[group as keyof typeof groups],
      items: kinds.map((kind) => ({ value: plurals[kind], label: upper(tongue.kind(kind)[1]) })),
    })),
  }
}

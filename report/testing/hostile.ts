// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import { exampleBaseline } from './index.ts'

/** Names nobody should give a device, and somebody will. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"\'><svg onload=alert(1)> & </style></title>-->',
  '#pagebreak() *vet* _schuin_ $x^2$ @label <label> \\ // `rauw` [#panic()]',
  '\u202eneerts\u202c مصنع الحليب \u2067עברית\u2069',
  'x'.repeat(500),
  '\u0000\u0001\u001b[31m\u0085\ufffe\ud800 los',
  '🏭🤖 工場 ライン二 ภาษาไทย',
  "=cmd|'/c calc'!A1",
  'javascript:alert(1)',
  `${'lang-'.repeat(60)}einde`,
]

/** The example factory with every name and sentence of the company replaced by hostile text. */
export function hostileBaseline(): Baseline {
  let used = 0
  const next = () => {
    used += 1
    return hostileTexts[used % hostileTexts.length] ?? ''
  }
  const spoiled = new Set([
    'name',
    'label',
    'owner',
    'model',
    'firmware',
    'note',
    'text',
    'source_name',
  ])
  const facts = new Set([
    'zone',
    'from',
    'to',
    'source',
    'target',
    'system',
    'examples',
    'suppliers',
    'processes',
    'people',
  ])
  const spoil = (value: unknown, key: string, isFacts: boolean): unknown => {
    if (typeof value === 'string')
      return spoiled.has(key) || (isFacts && facts.has(key)) ? next() : value
    if (Array.isArray(value)) return value.map((one) => spoil(one, key, isFacts))
    if (value === null || typeof value !== 'object') return value
    const inFacts = isFacts || key === 'facts'
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, spoil(v, k, inFacts)]))
  }
  const plain = exampleBaseline()
  const { scope, ...rest } = plain
  return { ...(spoil(rest, '', false) as Omit<Baseline, 'scope'>), scope } as Baseline
}

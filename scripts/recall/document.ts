// SPDX-License-Identifier: EUPL-1.2
// The figures of recall as a page for people. Made from the golden file, so it needs no captures.
import { join } from 'node:path'
import { differences } from './differences.ts'
import type { Figures } from './figures.ts'
import { kinds } from './kinds.ts'
import type { Score } from './measure.ts'

export const documentFile: string = join(import.meta.dirname, '../../docs/recall.md')

export function documentText(figures: Figures): string {
  const { captures, messages } = figures
  const parts = [
    '# Recall',
    [
      `What \`schouw inspect\` finds in ${captures} captures of plants and offices that others published, against what`,
      'TShark 4.0.17 states about the same files. Made by `node bin/run.mjs scripts/recall.ts --golden`; the captures',
      'themselves are not part of the product, and tests hold these figures where they are present. Recall is the share of',
      'what the other program states that we state too; precision the share of what we state that it states too. Where it has',
      'no decoder, what we find beyond it is no error: such protocols are not in these tables.',
    ].join('\n'),
    `Of all ${number(messages.wanted)} packets to which it gives a protocol above the transport, ${percent(messages)} get the same.`,
    '## Senders',
    table('address', figures.hosts, { withPrecision: false }),
    '## Packets per protocol',
    table('protocol', figures.protocols, { withPrecision: true }),
    '## Identity facts',
    table('facts', merged(figures), { withPrecision: false }),
    'Names of objects in a building controller stop at 64 of a device, which the answer says (`left_out`).',
    '## Differences on purpose',
    Object.entries(differences)
      .map(([what, why]) => `- **${what}**: ${why}`)
      .join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

function merged({ facts }: Figures): Record<string, Score> {
  return Object.fromEntries(
    Object.entries(facts).filter(([kind, { wanted }]) => kinds[kind] !== undefined && wanted > 0),
  )
}

function table(
  what: string,
  scores: Readonly<Record<string, Score>>,
  { withPrecision }: { readonly withPrecision: boolean },
): string {
  const head = [what, 'stated', 'found', 'recall', ...(withPrecision ? ['precision'] : [])]
  const rows = Object.entries(scores).map(([name, score]) => {
    const { wanted, found, extra } = score
    const precision = found + extra === 0 ? '–' : share(found, found + extra)
    const cells = [name, number(wanted), number(found), percent(score)]
    return withPrecision ? [...cells, precision] : cells
  })
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function percent({ wanted, found }: Score): string {
  return wanted === 0 ? '–' : share(found, wanted)
}

/** Rounded down: 100 % is said of all and nothing less. */
function share(part: number, whole: number): string {
  return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}

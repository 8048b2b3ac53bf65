// SPDX-License-Identifier: EUPL-1.2
import { instant, line } from './plan.ts'
import type { State } from './state.ts'

/**
 * The recordings in which something was found that is not as it should be, as evidence of it. The
 * registers hold the digest; whether the bytes are kept is for whoever brings them.
 */
export function addCaptures({ plan, baseline, today, digests }: State): void {
  const about = new Map<string, string[]>()
  for (const found of baseline?.contradictions ?? []) {
    const finding = plan.find('finding', found.id)
    if (finding === undefined) continue
    for (const path of new Set(found.frames.map(({ capture }) => capture))) {
      about.set(path, [...(about.get(path) ?? []), finding])
    }
  }
  for (const [path, findings] of about) {
    const file = digests.get(path)
    if (file === undefined) continue
    const name = path.split('/').at(-1) ?? path
    const values = {
      code: plan.code('evidence-file', name),
      name: line(name, 200),
      type: 'observation',
      file,
      file_name: line(name, 255),
      received_at: instant(today),
      origin: line(path, 200),
      about: findings,
      // It holds what people sent each other.
      classification: 'confidential',
    }
    plan.add('evidence-file', [path], values, { source: 'baseline.json' })
  }
}

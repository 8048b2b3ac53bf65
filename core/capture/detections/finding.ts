// SPDX-License-Identifier: EUPL-1.2
// What every detection has in common: what belongs together is one finding with a count.
import type { Detection, DetectionKind } from '../asset.ts'
import type { Inventory } from '../inventory/index.ts'
import type { Clock } from '../inventory/instants.ts'
import type { Observed, Seen } from '../observations.ts'
import type { Technique } from './techniques.ts'

/** First frames that show it; a person looks at two or three. */
export const mostFrames = 10

/** Frames at which only the first are held on to. */
const framesHeld = 200

/** What a detection is given. Pure: a finding is a function of these two. */
export interface Scene {
  readonly observations: Observed
  readonly inventory: Inventory
}

export type Detect = (scene: Scene) => readonly Finding[]

export interface Finding {
  readonly kind: DetectionKind
  readonly source: string | null
  readonly target: string | null
  readonly protocol: string | null
  readonly technique: Technique | null
  count: number
  firstS: number
  lastS: number
  readonly frames: Seen[]
  readonly detail: Record<string, string>
}

/** Findings by what they share; adding to one widens its time and keeps its first frames. */
export class Findings {
  readonly #byKey = new Map<string, Finding>()

  /** `apart` keeps findings of the same kind and pair apart, for instance by user. */
  at(
    head: Pick<Finding, 'kind' | 'source' | 'target' | 'protocol' | 'technique'>,
    apart = '',
  ): Finding {
    const { kind, source, target, protocol } = head
    const key = JSON.stringify([kind, source, target, protocol, apart])
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    const made: Finding = {
      ...head,
      count: 0,
      firstS: Number.POSITIVE_INFINITY,
      lastS: Number.NEGATIVE_INFINITY,
      frames: [],
      detail: {},
    }
    this.#byKey.set(key, made)
    return made
  }

  list(): Finding[] {
    return [...this.#byKey.values()]
  }
}

export interface Sighting {
  readonly count: number
  readonly frames: readonly Seen[]
  readonly firstS?: number
  readonly lastS?: number
}

export function note(finding: Finding, { count, frames, firstS, lastS }: Sighting): void {
  finding.count += count
  finding.frames.push(...frames)
  if (finding.frames.length > framesHeld) {
    finding.frames.splice(0, finding.frames.length, ...earliest(finding.frames))
  }
  if (firstS !== undefined) finding.firstS = Math.min(finding.firstS, firstS)
  if (lastS !== undefined) finding.lastS = Math.max(finding.lastS, lastS)
}

// The report shows a few; whoever needs all has the frames.
const mostWords = 16

/** Adds to a list in words, each once: `rdp, vnc`. */
export function noteWord(finding: Finding, name: string, word: string): void {
  const known = finding.detail[name]
  if (known === undefined) {
    finding.detail[name] = word
    return
  }
  const words = known.split(', ')
  if (!words.includes(word) && words.length < mostWords) finding.detail[name] = `${known}, ${word}`
}

export function published(
  finding: Finding,
  id: string,
  names: readonly string[],
  clock: Clock,
): Detection {
  const { kind, source, target, protocol, count, firstS, lastS, technique, detail } = finding
  return {
    id,
    kind,
    source,
    target,
    protocol,
    count,
    first: clock.text(firstS),
    last: clock.text(lastS),
    frames: earliest(finding.frames).map(({ capture, frame }) => ({
      capture: names[capture] ?? '',
      frame,
    })),
    technique,
    detail: Object.fromEntries(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function earliest(frames: readonly Seen[]): Seen[] {
  const sorted = [...frames].sort(
    (left, right) => left.capture - right.capture || left.frame - right.frame,
  )
  const distinct = sorted.filter(({ capture, frame }, index) => {
    const before = sorted[index - 1]
    return before === undefined || before.capture !== capture || before.frame !== frame
  })
  return distinct.slice(0, mostFrames)
}

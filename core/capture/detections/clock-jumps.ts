// SPDX-License-Identifier: EUPL-1.2
// A device whose stated time no longer runs along with the recording: its clock was set, or that of the
// recorder. Logs before and after do not fit together.
import { ConversationTimes } from './events.ts'
import { type Detect, Findings, note, noteWord } from './finding.ts'

/** What moved by the same amount within this moved together. */
const togetherS = 30

export const detectClockJumps: Detect = (scene) => {
  const findings = new Findings()
  const times = new ConversationTimes(scene)
  const events = scene.observations.events.filter(({ name }) => name === 'clock_jump')
  const moves: { readonly device: string; readonly seconds: number; readonly capture: number }[] =
    []
  for (const event of events) {
    const { protocol, detail, client, server, count, frames } = event
    const device = scene.inventory.assetAt(detail['by'] === 'server' ? server : client)
    if (device === undefined) continue
    const head = { source: device, target: null, protocol, technique: null } as const
    const finding = findings.at({ ...head, kind: 'clock_jump' })
    note(finding, { count, frames, ...times.of(event) })
    noteWord(finding, 'seconds', detail['seconds'] ?? '')
    const [first] = frames
    if (first === undefined) continue
    moves.push({ device, seconds: Number(detail['seconds']), capture: first.capture })
  }
  const list = findings.list()
  for (const finding of list) {
    const own = moves.filter(({ device }) => device === finding.source)
    const others = moves.filter(
      ({ device, seconds, capture }) =>
        device !== finding.source &&
        own.some((one) => one.capture === capture && Math.abs(one.seconds - seconds) < togetherS),
    )
    const count = new Set(others.map(({ device }) => device)).size
    // Several that moved alike have a source of time in common, or it was the recorder that moved.
    if (count > 0) finding.detail['moved_alike'] = String(count + 1)
  }
  return list
}

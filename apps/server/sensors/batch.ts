// SPDX-License-Identifier: EUPL-1.2
// One batch of a sensor, taken apart. Whoever has the key wrote it: everything is looked at, and
// what is not one of three sorts of lines refuses the whole.
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type DeliveredAlert, deliveredAlert } from '@schouw/contract'
import { uplinkLimits } from '@schouw/core/capture/uplink'
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { isFields, jsonText, list, type Sighted, text } from '@schouw/formats/sightings'
import { readSource } from '@schouw/formats/sources'

export interface ReadBatch {
  readonly sighted: Sighted
  readonly alerts: readonly DeliveredAlert[]
  readonly lines: number
}

type Refused = 'batch-refused'

const unpack = promisify(gunzip)
/** A capture is named by its file, whatever else a line may try to say with it. */
const longestName = 500

export async function readBatch(packed: Uint8Array): Promise<Outcome<ReadBatch, Refused>> {
  let whole: string
  try {
    const bytes = await unpack(packed, { maxOutputLength: uplinkLimits.bytes })
    whole = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('batch-refused', { line: 0, expected: 'gzip of UTF-8 within the bounds' })
  }
  const [head = '', ...lines] = whole.split('\n')
  if (lines.at(-1) === '') lines.pop()
  if (lines.length > uplinkLimits.lines) {
    return refuse('batch-refused', { line: 0, expected: `at most ${uplinkLimits.lines} lines` })
  }
  const captures = capturesOf(head)
  if (captures === undefined) {
    return refuse('batch-refused', { line: 1, expected: '"schema": "schouw/sightings/1"' })
  }
  const assets: unknown[] = []
  const conversations: unknown[] = []
  const alerts: DeliveredAlert[] = []
  for (const [index, line] of lines.entries()) {
    const { value } = jsonText(line, { line: index + 2 })
    const [only, another] = isFields(value) ? Object.entries(value) : []
    const [name, said] = only ?? []
    const alert = name === 'alert' ? deliveredAlert.safeParse(said) : undefined
    if (another === undefined && name === 'asset') assets.push(said)
    else if (another === undefined && name === 'conversation') conversations.push(said)
    else if (another === undefined && alert?.success === true) alerts.push(alert.data)
    else return refuse('batch-refused', { line: index + 2, expected: 'asset, conversation, alert' })
  }
  if (alerts.length > uplinkLimits.alerts) {
    return refuse('batch-refused', { line: 0, expected: `at most ${uplinkLimits.alerts} alerts` })
  }
  const report = JSON.stringify({ schema: 'schouw/inspect/1', captures, assets, conversations })
  const sighted = await readSource('inspect', [Buffer.from(report)], { fileName: 'sensor' })
  return ok({ sighted, alerts, lines: lines.length })
}

function capturesOf(head: string): readonly unknown[] | undefined {
  const { value } = jsonText(head, { line: 1 })
  if (!isFields(value) || text(value, 'schema') !== 'schouw/sightings/1') return undefined
  const isPlain = Object.keys(value).every((name) => name === 'schema' || name === 'captures')
  return isPlain && head.length < longestName * 20 ? list(value, 'captures') : undefined
}

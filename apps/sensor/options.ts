// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs'
import { asBaseline, type TrafficBaseline } from '@schouw/core/capture/drift'
import { type Hub, keyIn } from './uplink/uplink.ts'

export interface SensorOptions {
  /** `-` for standard input, a file, or a folder. */
  readonly source: string
  readonly site: string
  readonly spool: string
  readonly hub: Hub | undefined
  readonly baseline: TrafficBaseline | undefined
  readonly everyMs: number
  readonly isFollowing: boolean
}

/** One clear line for the person; the sensor does not start. */
export class OptionError extends Error {
  readonly code = 'usage'
}

const shapes = new Set(['site', 'spool', 'hub', 'key-file', 'baseline', 'every'])
const defaultEveryS = 60

/** `--name=value` as the command line passes them, and the source. */
export function sensorOptions(words: readonly string[]): SensorOptions {
  const values = new Map<string, string>()
  const operands: string[] = []
  let isFollowing = false
  for (const word of words) {
    const [, name = '', value = ''] = /^--([a-z-]+)=(.*)$/s.exec(word) ?? []
    if (word === '--follow') isFollowing = true
    else if (shapes.has(name)) values.set(name, value)
    else operands.push(word)
  }
  const [source, ...more] = operands
  if (source === undefined || more.length > 0) {
    throw new OptionError('sensor needs one source: - for standard input, a file or a folder')
  }
  const everyS = Number(values.get('every') ?? defaultEveryS)
  if (!(everyS >= 1 && everyS <= 3600)) throw new OptionError('--every: expected 1 to 3600 seconds')
  return {
    source,
    site: values.get('site') ?? 'sensor',
    spool: values.get('spool') ?? 'sensor.spool',
    hub: hubOf(values.get('hub'), values.get('key-file')),
    baseline: baselineOf(values.get('baseline')),
    everyMs: everyS * 1000,
    isFollowing,
  }
}

function hubOf(url: string | undefined, keyFile: string | undefined): Hub | undefined {
  if (url === undefined) return undefined
  if (keyFile === undefined) throw new OptionError('--hub needs --key-file')
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const isNear = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(parsed?.hostname ?? '')
  if (parsed === undefined || (parsed.protocol !== 'https:' && !isNear)) {
    throw new OptionError('--hub: expected the https address that the hub gave with the key')
  }
  const key = existsSync(keyFile) ? keyIn(readFileSync(keyFile, 'utf8')) : undefined
  if (key === undefined) {
    throw new OptionError(`${keyFile}: expected the key that the hub gave, beginning with whsec_`)
  }
  return { url, key }
}

function baselineOf(file: string | undefined): TrafficBaseline | undefined {
  if (file === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new OptionError(`${file}: expected a traffic baseline`)
  }
  const read = asBaseline(value)
  if (!read.ok)
    throw new OptionError(`${file}: expected a traffic baseline, wrong at ${read.facts['at']}`)
  if (read.value.approved === null)
    throw new OptionError(`${file}: nobody has approved this baseline`)
  return read.value
}

// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { asBaseline, type TrafficBaseline } from '@schouw/core/capture/drift'
import { type Enrolled, isEnrolled, readIdentity } from './identity.ts'

export interface SensorOptions {
  readonly does: 'watch'
  /** `-` for standard input, a file, or a folder. */
  readonly source: string
  readonly site: string
  readonly spool: string
  readonly mostSpoolBytes: number
  /** Undefined: everything waits on disk. */
  readonly identity: Enrolled | undefined
  /** Undefined: straight to the hub. */
  readonly nats: NatsSetting | undefined
  readonly baseline: TrafficBaseline | undefined
  /** Undefined: as the hub sets it. */
  readonly everyMs: number | undefined
  readonly isFollowing: boolean
}

interface NatsSetting {
  readonly servers: string
  readonly credentials: string | undefined
  readonly domain: string | undefined
}

export interface EnrolOptions {
  readonly does: 'enrol'
  readonly hub: string
  /** `-`: from standard input, where nobody else on the machine can read it. */
  readonly code: string
  readonly file: string
}

/** One clear line for the person; the sensor does not start. */
export class OptionError extends Error {
  readonly code = 'usage'
}

const shapes = new Set([
  ...['site', 'spool', 'spool-mb', 'hub', 'code', 'identity', 'baseline', 'every'],
  ...['nats', 'nats-creds', 'nats-domain'],
])
const usualIdentity = 'sensor.identity'
const usualSpoolMb = 256

type Environment = Readonly<Record<string, string | undefined>>

/** `--name=value` as the command line passes them, and the source. */
export function sensorOptions(
  words: readonly string[],
  env: Environment = {},
): SensorOptions | EnrolOptions {
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
  if (source === 'enrol') return enrolOptions(values)
  const identity = identityOf(values.get('identity'))
  return {
    does: 'watch',
    source,
    site: values.get('site') ?? identity?.site ?? 'sensor',
    spool: values.get('spool') ?? 'sensor.spool',
    mostSpoolBytes: numberIn(values, 'spool-mb', [1, 1_000_000], usualSpoolMb) * 1024 * 1024,
    identity,
    nats: natsOf(values, env, identity),
    baseline: baselineOf(values.get('baseline')),
    everyMs: values.has('every') ? numberIn(values, 'every', [1, 3600], 60) * 1000 : undefined,
    isFollowing,
  }
}

function enrolOptions(values: ReadonlyMap<string, string>): EnrolOptions {
  const hub = originOf(values.get('hub'))
  const code = values.get('code')
  if (hub === undefined) throw new OptionError('--hub: expected the https address of the hub')
  if (code === undefined) throw new OptionError('--code: expected the code, or - to type it in')
  return { does: 'enrol', hub, code, file: values.get('identity') ?? usualIdentity }
}

function numberIn(
  values: ReadonlyMap<string, string>,
  name: string,
  [least, most]: readonly [number, number],
  usual: number,
): number {
  const value = Number(values.get(name) ?? usual)
  if (value >= least && value <= most) return value
  throw new OptionError(`--${name}: expected ${least} to ${most}`)
}

/** What is signed is not secret: it goes over https, or stays on the machine. */
function originOf(url: string | undefined): string | undefined {
  const parsed = url !== undefined && URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || parsed.pathname !== '/') return undefined
  const isNear = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(parsed.hostname)
  const isSafe = parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isNear)
  return isSafe ? parsed.origin : undefined
}

function identityOf(file: string | undefined): Enrolled | undefined {
  if (file === undefined) return undefined
  const read = readIdentity(file)
  if ('wrong' in read) throw new OptionError(read.wrong)
  if (!isEnrolled(read)) throw new OptionError(`${file}: the hub has not let this sensor in yet`)
  return read
}

function natsOf(
  values: ReadonlyMap<string, string>,
  env: Environment,
  identity: Enrolled | undefined,
): SensorOptions['nats'] {
  const servers = values.get('nats') ?? env['SCHOUW_NATS']
  if (servers === undefined || servers === '') return undefined
  if (identity === undefined) throw new OptionError('--nats needs --identity')
  const credentials = values.get('nats-creds') ?? env['SCHOUW_NATS_CREDS']
  return { servers, credentials, domain: values.get('nats-domain') ?? env['SCHOUW_NATS_DOMAIN'] }
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

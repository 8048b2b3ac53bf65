// SPDX-License-Identifier: EUPL-1.2
import { parseArgs } from 'node:util'
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { type Actor, roles } from '@schouw/core/registers'
import { type S3Settings, s3Settings } from './files/s3-store.ts'
import { shortestToken } from './http/development.ts'
import { type LogLevel, logLevels } from './http/logging.ts'
import { type MailSettings, readMailSettings } from './mail/settings.ts'
import type { BrokerSettings } from './sensors/broker.ts'
import { type TimestampSettings, timestampSettings } from './timestamps/settings.ts'
import { type WitnessSettings, witnessSettings } from './witness/settings.ts'

type Role = Actor['roles'][number]

/** Everything that is set from outside, read once and then beyond doubt. */
export interface Config {
  readonly folder: string
  readonly host: string
  readonly port: number
  readonly databaseUrl: string | undefined
  readonly secret: string | undefined
  /** Where files lie when not in the data folder. */
  readonly s3: S3Settings | undefined
  /** No time-stamps are asked for when absent. */
  readonly timestamps: TimestampSettings | undefined
  readonly witness: WitnessSettings | undefined
  readonly logLevel: LogLevel
  /** Between visitors and us, each of which adds the address it was asked from. */
  readonly proxies: number
  /** Where people reach the server; by default this machine under the port. */
  readonly origin: string | undefined
  /** Where links of suppliers and customers lead; by default where people reach the server. */
  readonly linkOrigin: string | undefined
  /** None is sent when absent. */
  readonly mail: MailSettings | undefined
  /** Where sensors may deliver besides; nowhere when absent. */
  readonly nats: BrokerSettings | undefined
  /** Whether webhooks may go to addresses that are not public. */
  readonly areWebhooksPrivate: boolean
  readonly developmentTokens: readonly { readonly role: Role; readonly token: string }[]
}

export type ConfigRefusal =
  | 'option-unknown'
  | 'port'
  | 'proxies'
  | 'log-level'
  | 'origin'
  | 'link-origin'
  | 's3-settings'
  | 'tsa-url'
  | 'tsa-anchors'
  | 'tsa-policy'
  | 'tsa-crls'
  | 'witness-url'
  | 'witness-key'
  | 'smtp-url'
  | 'mail-from'
  | 'token-shape'
  | 'token-short'
  | 'token-outside'

type Environment = Readonly<Record<string, string | undefined>>

export function readConfig(
  words: readonly string[],
  env: Environment,
): Outcome<Config, ConfigRefusal> {
  const read = optionsOf(words)
  if (!read.ok) return read
  const { data, host, port: portText, 'dev-token': tokens } = read.value
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN
  if (!(port <= 65_535)) return refuse('port', { found: portText })
  const logLevel = logLevels.find((level) => level === (env['SCHOUW_LOG_LEVEL'] ?? 'info'))
  if (logLevel === undefined) return refuse('log-level', { found: env['SCHOUW_LOG_LEVEL'] })
  const proxies = env['SCHOUW_BEHIND_PROXY'] || '0'
  if (!/^\d$/.test(proxies)) return refuse('proxies', { found: proxies })
  const s3 = s3Settings(env)
  if (!s3.ok) return s3
  const timestamps = timestampSettings(env)
  if (!timestamps.ok) return timestamps
  const witness = witnessSettings(env)
  if (!witness.ok) return witness
  const origin = originOf(env['SCHOUW_ORIGIN'])
  if (!origin.ok) return origin
  const linkOrigin = originOf(env['SCHOUW_LINK_ORIGIN'])
  if (!linkOrigin.ok) return refuse('link-origin', { found: env['SCHOUW_LINK_ORIGIN'] })
  const mail = readMailSettings(env['SCHOUW_SMTP_URL'], env['SCHOUW_MAIL_FROM'])
  if (!mail.ok) return mail
  const parsed = tokens.map((one) => /^([a-z_]+):([\x21-\x7e]+)$/.exec(one) ?? [])
  const developmentTokens = parsed.flatMap(([, name, token = '']) => {
    const role = roles.find((one) => one === name)
    return role === undefined ? [] : [{ role, token }]
  })
  if (developmentTokens.length < tokens.length) return refuse('token-shape')
  if (developmentTokens.some(({ token }) => token.length < shortestToken)) {
    return refuse('token-short', { least: shortestToken })
  }
  // Whoever can reach the server and knows the token is in: that stays on this machine.
  if (developmentTokens.length > 0 && !/^(localhost|127\.[\d.]+|::1)$/.test(host)) {
    return refuse('token-outside', { host })
  }
  return ok({
    folder: data,
    host,
    port,
    databaseUrl: env['DATABASE_URL'] || undefined,
    secret: env['SCHOUW_SECRET'] || undefined,
    s3: s3.value,
    timestamps: timestamps.value,
    witness: witness.value,
    logLevel,
    proxies: Number(proxies),
    origin: origin.value,
    linkOrigin: linkOrigin.value,
    mail: mail.value,
    nats: natsOf(env),
    areWebhooksPrivate: env['SCHOUW_WEBHOOKS_PRIVATE'] === '1',
    developmentTokens,
  })
}

function natsOf(env: Environment): BrokerSettings | undefined {
  const servers = env['SCHOUW_NATS'] || undefined
  const credentials = env['SCHOUW_NATS_CREDS'] || undefined
  return servers === undefined ? undefined : { servers, credentials }
}

/** A scheme, a name and perhaps a port, and nothing behind it. */
function originOf(text: string | undefined): Outcome<string | undefined, 'origin'> {
  if (text === undefined || text === '') return ok(undefined)
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain =
    url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
  return isPlain ? ok(url.origin) : refuse('origin', { found: text })
}

const shapes = {
  data: { type: 'string', default: 'data' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8080' },
  'dev-token': { type: 'string', multiple: true, default: [] as string[] },
} as const

function optionsOf(words: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...words], options: shapes, strict: true }).values)
  } catch (error) {
    return refuse('option-unknown' as const, { found: error instanceof Error ? error.message : '' })
  }
}

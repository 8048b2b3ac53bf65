// SPDX-License-Identifier: EUPL-1.2
// The server as a process: `main.ts [--data DIR] [--port N] [--host NAME] [--dev-token ROLE:TOKEN]`.
// What it has to say to people goes to standard error, its log as JSON to standard output.
import { readConfig } from './config.ts'
import { type Serving, serve } from './serve.ts'
import { stopAsked } from './stopping.ts'
import { StorageFault, type StorageFaultCode } from './storage/fault.ts'

const exitCode = { done: 0, refused: 2, fault: 3 } as const

/** What whoever starts the server can do something about. */
const theirs: readonly StorageFaultCode[] = [
  'storage-locked',
  'storage-version',
  'storage-setup',
  'storage-unavailable',
  'storage-full',
]

process.exitCode = await run()
// The line to the process that started us is no reason to stay.
process.channel?.unref()

async function run(): Promise<number> {
  // Secrets and people's data: what is written is for the program's own user alone.
  process.umask(0o077)
  const config = readConfig(process.argv.slice(2), process.env)
  if (!config.ok) {
    const facts = Object.values(config.facts).map(String).join(' ')
    return complain(
      `${reasons[config.refusal]}${facts === '' ? '' : `: ${facts}`}`,
      exitCode.refused,
    )
  }
  const asked = stopAsked()
  let serving: Serving
  try {
    serving = await serve(config.value, { write: (line) => void process.stdout.write(line) })
  } catch (error) {
    const isTheirs = error instanceof StorageFault && theirs.includes(error.code)
    if (isTheirs || isPortTaken(error)) return complain(error.message, exitCode.refused)
    return complain(error instanceof Error ? (error.stack ?? '') : String(error), exitCode.fault)
  }
  process.stderr.write(`schouw: serving on ${serving.url}\n`)
  if (serving.setup !== undefined) {
    const { url, until } = serving.setup
    process.stderr.write(
      `schouw: nobody has an account yet; set up once, before ${until}, at ${url}\n`,
    )
  }
  if (config.value.developmentTokens.length > 0) {
    process.stderr.write('schouw: development tokens are accepted; not for real data\n')
  }
  await asked
  await serving.stop()
  process.stderr.write('schouw: stopped\n')
  // Idle handles of libraries must not keep a stopped server alive.
  setTimeout(() => process.exit(), 1_000).unref()
  return exitCode.done
}

const reasons = {
  'option-unknown': 'an option is not known',
  port: 'a port is a number from 0 to 65535',
  's3-settings': 'SCHOUW_S3_URL, _BUCKET, _KEY_ID and _SECRET belong together',
  'tsa-url': 'SCHOUW_TSA_URL is not an address such as http://tsa.example/stamp',
  'tsa-anchors': 'SCHOUW_TSA_ANCHORS must be a PEM file of the roots of SCHOUW_TSA_URL',
  'tsa-policy': 'SCHOUW_TSA_POLICY is no object identifier',
  'tsa-crls': 'SCHOUW_TSA_CRLS holds something that is no http or https address',
  'witness-url': 'SCHOUW_WITNESS_URL is no http or https address',
  'witness-key': 'SCHOUW_WITNESS_KEY is no verifier key of a witness',
  origin: 'SCHOUW_ORIGIN is not an address such as https://schouw.example',
  'link-origin': 'SCHOUW_LINK_ORIGIN is not an address such as https://antwoord.example',
  proxies: 'SCHOUW_BEHIND_PROXY is no number of proxies from 0 to 9',
  'log-level': 'SCHOUW_LOG_LEVEL is not a level',
  'smtp-url': 'SCHOUW_SMTP_URL is not an address such as smtp://user:password@mail.example:587',
  'mail-from': 'SCHOUW_MAIL_FROM is not an address such as Schouw <schouw@mail.example>',
  'token-shape': 'a development token is given as ROLE:TOKEN',
  'token-short': 'a development token is too short; fewest characters',
  'token-outside': 'a development token only works with a server on this machine, not on',
} as const

function complain(text: string, code: number): number {
  process.stderr.write(`schouw: ${text}\n`)
  return code
}

function isPortTaken(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL'
}

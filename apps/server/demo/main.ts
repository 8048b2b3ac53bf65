// SPDX-License-Identifier: EUPL-1.2
// The example factory to look around in: `main.ts --data DIR [--port N] [--lang nl|en] [--keeps]`. A
// program of its own, so that no setting of a real server opens its doors: always the embedded
// database, always this machine only, and only a folder that it made itself.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { stopAsked } from '../stopping.ts'
import { StorageFault } from '../storage/fault.ts'
import { demonstrate } from './demonstrate.ts'
import { demoWords } from './words.ts'

const host = '127.0.0.1'
const usualPort = 8080

process.exitCode = await run()
process.channel?.unref()

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'demo' },
      port: { type: 'string' },
      lang: { type: 'string', default: 'nl' },
      keeps: { type: 'boolean', default: false },
    },
  })
  const language = values.lang === 'en' ? 'en' : 'nl'
  const words = demoWords[language]
  const mark = join(values.data, 'demo')
  const isKnown = existsSync(mark)
  if (!isKnown && existsSync(values.data) && readdirSync(values.data).length > 0) {
    return complain(words.notOurs(values.data), 2)
  }
  const port = values.port ?? String(await freePort(usualPort))
  const config = readConfig([`--data=${values.data}`, `--port=${port}`, `--host=${host}`], {
    SCHOUW_LOG_LEVEL: 'error',
  })
  if (!config.ok) return complain(words.port(port), 2)
  const asked = stopAsked()
  if (!isKnown) process.stderr.write(`schouw: ${words.preparing}\n`)
  try {
    const { serving, link } = await demonstrate(config.value, { language, isKnown })
    if (!isKnown) writeFileSync(mark, 'schouw demo\n')
    process.stdout.write(words.open(link, values.keeps ? values.data : null))
    await asked
    await serving.stop()
  } catch (error) {
    const isTheirs =
      error instanceof StorageFault ||
      (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    const text = error instanceof Error ? (isTheirs ? error.message : error.stack) : String(error)
    return complain(text ?? '', isTheirs ? 2 : 3)
  }
  setTimeout(() => process.exit(), 1_000).unref()
  return 0
}

/** The usual one, else any: a first look must not fail on what else runs here. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(wanted, host, () => probe.close(() => resolve(wanted)))
  })
}

function complain(text: string, code: number): number {
  process.stderr.write(`schouw: ${text}\n`)
  return code
}

// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alone, type Figure } from './figure.ts'

/*
 * `npm start` until the first request is answered, in a folder that is not there yet and in one that
 * is; then what all its processes hold when nobody asks anything. Pages that processes share are
 * counted once (Pss); the server alone is told apart.
 */
const rounds = 5
const lookMs = 10
const patienceMs = 120_000
const restMs = 8_000

export async function* startFigures({
  isQuick,
}: {
  readonly isQuick: boolean
}): AsyncGenerator<Figure> {
  const best = { first: Number.POSITIVE_INFINITY, later: Number.POSITIVE_INFINITY }
  let memory: Memory | undefined
  for (let round = 0; round < (isQuick ? 2 : rounds); round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-'))
    try {
      const data = join(folder, 'data')
      best.first = Math.min(best.first, (await oneStart(data, 0)).answeredS)
      const later = await oneStart(data, round === 0 ? restMs : 0)
      best.later = Math.min(best.later, later.answeredS)
      memory ??= later.memory
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const of = { bench: 'start', unit: 's' }
  yield alone({ ...of, metric: 'first_answer_first_run', value: best.first, goal: 4, aim: 2 })
  yield alone({ ...of, metric: 'first_answer_later', value: best.later, goal: 2, aim: 1 })
  const megabytes = { bench: 'start', unit: 'MB', goal: 400, aim: 250 }
  yield alone({ ...megabytes, metric: 'memory_at_rest_server', value: memory?.largestMB })
  yield alone({ ...megabytes, metric: 'memory_at_rest_all_processes', value: memory?.allMB })
}

interface Memory {
  readonly allMB: number
  readonly largestMB: number
}

async function oneStart(
  data: string,
  rest: number,
): Promise<{ readonly answeredS: number; readonly memory: Memory | undefined }> {
  const port = await freePort()
  const { DATABASE_URL: _, ...env } = process.env
  const started = performance.now()
  const words = ['start', '--', '--data', data, '--port', String(port)]
  const child = spawn('npm', words, { cwd: join(import.meta.dirname, '..'), env, stdio: 'ignore' })
  const over = new Promise((resolve) => child.on('exit', resolve))
  try {
    while (!(await isAnswered(port))) {
      if (performance.now() - started > patienceMs || child.exitCode !== null) {
        throw new Error('npm start does not answer')
      }
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    }
    const answeredS = (performance.now() - started) / 1_000
    if (rest === 0 || child.pid === undefined) return { answeredS, memory: undefined }
    await new Promise((resolve) => setTimeout(resolve, rest))
    return { answeredS, memory: memoryOf(child.pid) }
  } finally {
    child.kill('SIGTERM')
    await over
    // The shell of npm ends first; the server a moment later.
    while (await isAnswered(port)) await new Promise((resolve) => setTimeout(resolve, lookMs))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
  }
}

async function isAnswered(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/v1/setup`)).status === 200
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

function memoryOf(pid: number): Memory {
  const each = family(pid).map((one) => {
    try {
      const text = readFileSync(`/proc/${one}/smaps_rollup`, 'latin1')
      return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024
    } catch {
      return 0
    }
  })
  return { allMB: each.reduce((sum, one) => sum + one, 0), largestMB: Math.max(...each) }
}

function family(pid: number): readonly number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1')
    return [pid, ...text.split(' ').filter(Boolean).map(Number).flatMap(family)]
  } catch {
    return [pid]
  }
}

// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Run {
  readonly wallS: number
  /** User and system time of the command and all it waited for; null where the system does not tell. */
  readonly cpuS: number | null
  /** Largest resident set of one process of the command. */
  readonly peakMB: number | null
  readonly exit: number | null
}

/** How often the memory of the running command is looked at. */
const lookMs = 25
/** Linux counts processor time of waited-for children in hundredths of a second. */
const ticksPerSecond = 100

/** Runs a command with its output thrown away. */
export async function measured(command: string, args: readonly string[]): Promise<Run> {
  const before = childrenCpuS()
  const started = performance.now()
  const child = spawn(command, args, { stdio: 'ignore' })
  let peakMB: number | null = null
  const look = setInterval(() => {
    const now = peakOf(child.pid)
    if (now !== null) peakMB = Math.max(peakMB ?? 0, now)
  }, lookMs)
  const exit = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null))
    child.on('close', (code) => resolve(code))
  })
  clearInterval(look)
  const after = childrenCpuS()
  const cpuS = before === null || after === null ? null : after - before
  return { wallS: (performance.now() - started) / 1000, cpuS, peakMB, exit }
}

function childrenCpuS(): number | null {
  const stat = contentOf('/proc/self/stat')
  if (stat === null) return null
  // The name of the command, in brackets, may hold blanks; cutime and cstime are fields 16 and 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond
}

/** Of the process and its descendants the largest high-water mark. */
function peakOf(pid: number | undefined): number | null {
  if (pid === undefined) return null
  const status = contentOf(`/proc/${pid}/status`)
  if (status === null) return null
  const own = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
  const children = contentOf(`/proc/${pid}/task/${pid}/children`) ?? ''
  const peaks = children
    .split(' ')
    .filter(Boolean)
    .map((child) => peakOf(Number(child)) ?? 0)
  return Math.max(own, ...peaks)
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return null
  }
}

export interface Contender {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Fewer rounds for what takes minutes; such a one has no warm-up of its own. */
  readonly rounds?: number
}

/** The smallest of each figure over the rounds. */
export type Best = Run & { readonly rounds: number }

/**
 * Runs the contenders in turn, one warm-up and then `rounds` rounds, each beginning with another
 * one. Undefined for a contender that cannot be started or fails.
 */
export async function compared(
  contenders: readonly Contender[],
  rounds: number,
): Promise<ReadonlyMap<string, Best>> {
  const runs = new Map<string, Run[]>()
  const failed = new Set<string>()
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const one = contenders[(turn + round) % contenders.length] as Contender
      const isWarmUp = round === 0
      const isDone = round > (one.rounds ?? rounds)
      if (failed.has(one.name) || isDone || (isWarmUp && one.rounds !== undefined)) continue
      const run = await measured(one.command, one.args)
      if (run.exit !== 0) failed.add(one.name)
      else if (!isWarmUp) runs.set(one.name, [...(runs.get(one.name) ?? []), run])
    }
  }
  for (const name of failed) console.error(`bench: ${name} failed`)
  const best = (list: readonly Run[]): Best => ({
    wallS: Math.min(...list.map((run) => run.wallS)),
    cpuS: list.some((run) => run.cpuS === null)
      ? null
      : Math.min(...list.map((run) => run.cpuS ?? 0)),
    peakMB: list.some((run) => run.peakMB === null)
      ? null
      : Math.min(...list.map((run) => run.peakMB ?? 0)),
    exit: 0,
    rounds: list.length,
  })
  return new Map(
    [...runs].filter(([name]) => !failed.has(name)).map(([name, list]) => [name, best(list)]),
  )
}

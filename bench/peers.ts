// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Contender } from './measure.ts'

const root = join(import.meta.dirname, '..')

function isInstalled(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** A Python that has the module: the first on the path, or that of the system. */
export function pythonWith(module: string): string | undefined {
  return ['python3', '/usr/bin/python3'].find(
    (command) => spawnSync(command, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0,
  )
}

/** Ours, as a user starts it: the launcher's own time is in the figure. */
export function schouw(...args: readonly string[]): Contender {
  return {
    name: 'schouw',
    command: process.execPath,
    args: [join(root, 'bin/schouw.mjs'), ...args],
  }
}

const commands = {
  ndpiReader: (file: string) => ['-v', '0', '-q', '-i', file],
  tcpdump: (file: string) => ['-r', file, '-w', '/dev/null'],
  tshark: (file: string) => ['-q', '-z', 'io,phs', '-r', file],
} as const

export type PeerName = keyof typeof commands

/** Those of the peers that are installed. */
export function peers(
  file: string,
  wanted: Readonly<Partial<Record<PeerName, { readonly rounds?: number }>>>,
): Contender[] {
  return (Object.keys(wanted) as PeerName[]).filter(isInstalled).map((name) => ({
    name,
    command: name,
    args: commands[name](file),
    ...wanted[name],
  }))
}

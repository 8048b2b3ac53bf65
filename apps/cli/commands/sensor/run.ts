// SPDX-License-Identifier: EUPL-1.2
import type { Call } from '../../command.ts'
import { runServer } from '../serve/start.ts'

/** The sensor is a program of its own: it may run where nothing else of ours does. */
export function run({ arguments: given, shell }: Call): Promise<number> {
  const words = ['site', 'hub', 'key-file', 'spool', 'baseline', 'every'].flatMap((name) =>
    (given.values.get(name) ?? []).map((value) => `--${name}=${value}`),
  )
  const flags = given.flags.has('follow') ? ['--follow'] : []
  return runServer('sensor', [...words, ...flags, ...given.operands], shell)
}

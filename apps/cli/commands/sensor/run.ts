// SPDX-License-Identifier: EUPL-1.2
import type { Call } from '../../command.ts'
import { runServer } from '../serve/start.ts'

const valued = [
  ...[
    'site',
    'identity',
    'hub',
    'code',
    'nats',
    'nats-creds',
    'nats-domain',
    'spool',
    'spool-mb',
    'baseline',
  ],
  'every',
]

/** The sensor is a program of its own: it may run where nothing else of ours does. */
export function run({ arguments: given, shell }: Call): Promise<number> {
  const words = valued.flatMap((name) =>
    (given.values.get(name) ?? []).map((value) => `--${name}=${value}`),
  )
  const flags = given.flags.has('follow') ? ['--follow'] : []
  return runServer('sensor', [...words, ...flags, ...given.operands], shell)
}

// SPDX-License-Identifier: EUPL-1.2
import type { Call } from '../../command.ts'
import { UsageError } from '../../usage.ts'
import { runServer } from './start.ts'

export async function run({ arguments: given, shell }: Call): Promise<number> {
  const [operand] = given.operands
  if (operand !== undefined) throw new UsageError(`serve takes no ${operand}; see --help`)
  const words = ['data', 'port', 'host', 'dev-token'].flatMap((name) =>
    (given.values.get(name) ?? []).map((value) => `--${name}=${value}`),
  )
  return runServer('server', words, shell)
}

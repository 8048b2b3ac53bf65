// SPDX-License-Identifier: EUPL-1.2
/**
 * Protocols and what is asked over them, as people write them: `PROFINET DCP`, `write var`. The same
 * in every language.
 */
import { protocols } from '../words/vocabulary.ts'

const names: Readonly<Record<string, string | undefined>> = protocols

export function protocolName(code: string): string {
  return names[code] ?? plain(code)
}

/** What a machine is asked to do, by the name that its maker gave it. */
export function operationName(code: string): string {
  return plain(code)
}

function plain(code: string): string {
  return code.replaceAll('_', ' ')
}

// SPDX-License-Identifier: EUPL-1.2
// What the matching thread does with what it is asked.
import { gunzipSync } from 'node:zlib'
import { response, revisions, withOwn } from '@schouw/core/vulns'
import { type Epss, readEpss } from '@schouw/formats/epss'
import { type Kev, readKev } from '@schouw/formats/kev'
import { Keyring } from '@schouw/formats/openpgp'
import { readBill } from './bill.ts'
import { advisoryIn, Held } from './held.ts'
import type { CallName, Calls, ReadPart, WeaknessFact } from './messages.ts'
import { partsOf } from './reading.ts'

type Answer<Name extends CallName> = Calls[Name][1] | Promise<Calls[Name][1]>

export type Work = { [Name in CallName]: (given: Calls[Name][0]) => Answer<Name> }

/** One after the other: what was opened, what is held and the catalogues stay. */
export function work(): Work {
  let held = new Held(withOwn({}))
  const catalogues: Catalogues = { kev: undefined, epss: undefined }
  let parts: AsyncGenerator<ReadPart> | undefined
  return {
    open: async ({ path, name, keys }) => {
      parts = partsOf(path, name, { keyring: await Keyring.of(keys) })
      return null
    },
    next: async () => {
      const next = await parts?.next()
      if (next === undefined || next.done === true) throw new Error('nothing more to read')
      return next.value
    },
    compare: ({ before, after }) => {
      const [old, young] = [advisoryIn(before), advisoryIn(after)]
      if (old === undefined || young === undefined) {
        return { isNewer: true, changes: ['products'], differences: [] }
      }
      const changes = [...revisions.changesBetween(old, young)]
      const differences = response.differencesBetween(old, young)
      return { isNewer: revisions.isNewer(young, old), changes, differences }
    },
    names: (names) => {
      held = new Held(withOwn(names))
      return null
    },
    hold: (given) => {
      held.hold(given)
      return null
    },
    begin: (given) => held.begin(given),
    more: () => held.more(),
    bill: async ({ bytes }) => held.bill(await readBill(bytes)),
    catalogue: ({ name, packed }) => {
      const bytes = gunzipSync(packed)
      if (name === 'kev') catalogues.kev = readKev(name, bytes).byCve
      else catalogues.epss = readEpss(name, bytes).byCve
      return null
    },
    facts: (weaknesses) => weaknesses.flatMap((weakness) => factOf(weakness, catalogues)),
  }
}

interface Catalogues {
  kev: Kev['byCve'] | undefined
  epss: Epss['byCve'] | undefined
}

function factOf(weakness: string, { kev, epss }: Catalogues): readonly WeaknessFact[] {
  const entry = kev?.get(weakness)
  const score = epss?.get(weakness)
  if (entry === undefined && score === undefined) return []
  return [
    {
      weakness,
      kev:
        entry === undefined
          ? null
          : { added: entry.dateAdded, due: entry.dueDate, ransomware: entry.isUsedByRansomware },
      chance: score?.exploitChance ?? null,
      percentile: score?.percentile ?? null,
    },
  ]
}

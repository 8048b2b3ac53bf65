// SPDX-License-Identifier: EUPL-1.2

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Access } from '../../data/access.ts'
import { api } from '../../data/api.ts'
import { useKept } from '../../data/kept.ts'
import { useSession } from '../../data/session.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useAccessWords } from './words.ts'

/** What a review can hold. */
const mostAccounts = 500

type Which = 'flagged' | 'privileged' | 'all'

/** Lists the accounts as they stand, with what the exports showed, for one person to decide on. */
export function StartReview({ access }: { readonly access: Access }) {
  const words = useAccessWords()
  const queries = useQueryClient()
  const organisation = useSession().data?.organisation
  const [which, setWhich] = useState<Which>('flagged')
  const [reviewer, setReviewer] = useState(organisation?.person ?? '')
  const [due, setDue, forgetDue] = useKept('draft/access-review/due', '')
  const [name, setName, forgetName] = useKept(
    'draft/access-review/name',
    words.usualName(access.today),
  )
  const { people, listed } = useChoices(access)
  const ids = idsOf(which, access, listed.data ?? [])
  const parts = Math.max(1, Math.ceil(ids.length / mostAccounts))
  const begin = useMutation({
    mutationFn: async () => {
      for (let part = 0; part < parts; part += 1) {
        const those = ids.slice(part * mostAccounts, (part + 1) * mostAccounts)
        const values = valuesOf(access, listed.data ?? [], those)
        const code = `T-${access.as_of}-${which}-${part + 1}-${crypto.randomUUID().slice(0, 4)}`
        await api.create('access-review', {
          ...values,
          code,
          name: parts === 1 ? name : `${name} (${part + 1}/${parts})`,
          reviewer,
          ...(due === '' ? {} : { due_on: due }),
        })
      }
    },
    onSuccess: () => {
      forgetDue()
      forgetName()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['list'] }),
  })
  return (
    <details className="filters no-print">
      <summary>{words.start}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          begin.mutate()
        }}
      >
        <div className="bulk-fields">
          <NativeSelect
            size="xs"
            label={words.which}
            value={which}
            onChange={(event) => setWhich(event.currentTarget.value as Which)}
            data={[
              { value: 'flagged', label: words.whichFlagged },
              { value: 'privileged', label: words.whichPrivileged },
              { value: 'all', label: words.whichAll },
            ]}
          />
          <NativeSelect
            size="xs"
            label={words.reviewer}
            value={reviewer}
            onChange={(event) => setReviewer(event.currentTarget.value)}
            data={[
              { value: '', label: '' },
              ...(people.data?.items ?? []).map(({ id, values }) => ({
                value: id,
                label: values.name ?? id,
              })),
            ]}
          />
          <TextInput
            size="xs"
            label={words.name}
            value={name}
            maxLength={180}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <DateField size="xs" label={words.due} value={due} onChange={setDue} />
        </div>
        {parts > 1 && <p className="quiet">{words.tooMany(mostAccounts, parts)}</p>}
        <Refusal error={begin.error ?? listed.error} />
        <Button
          size="xs"
          type="submit"
          loading={begin.isPending || listed.isPending}
          disabled={ids.length === 0 || reviewer === '' || name.trim() === ''}
        >
          {words.begin(ids.length)}
        </Button>
      </form>
    </details>
  )
}

/** Who can review, and what there is to be reviewed. */
function useChoices({ as_of }: Access) {
  const people = useQuery({
    queryKey: ['list', 'person', 'reviewers'],
    queryFn: () => api.list('person', { limit: 500, sort: 'title' }),
  })
  const listed = useQuery({
    queryKey: ['list', 'access-account', 'to-review', as_of],
    queryFn: () => everyAccount(as_of),
  })
  return { people, listed }
}

interface Listed {
  readonly id: string
  readonly system: string
  readonly isActive: boolean
  readonly isOfPeople: boolean
  readonly isPrivileged: boolean
  readonly mfa: boolean | undefined
}

/** As they stood at the size of the log that the page shows. */
async function everyAccount(size: number): Promise<readonly Listed[]> {
  const all: Listed[] = []
  let cursor: string | undefined
  do {
    const asked = { limit: 500, as_of: String(size), ...(cursor === undefined ? {} : { cursor }) }
    const page = await api.list('access-account', asked)
    for (const { id, values } of page.items) {
      const { system = '', is_enabled, is_privileged, mfa, account_type = '' } = values
      all.push({
        id,
        system,
        isActive: is_enabled !== false,
        isOfPeople: !['service', 'built_in'].includes(account_type),
        isPrivileged: is_privileged === true,
        mfa,
      })
    }
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return all
}

function idsOf(which: Which, access: Access, all: readonly Listed[]): readonly string[] {
  const { flagged } = access.standing
  const gone = new Set(flagged.filter(({ flags }) => flags.includes('gone')).map(({ id }) => id))
  if (which === 'flagged') return flagged.map(({ id }) => id)
  const active = all.filter(({ id, isActive }) => isActive && !gone.has(id))
  const those = which === 'all' ? active : active.filter(({ isPrivileged }) => isPrivileged)
  return those.map(({ id }) => id)
}

/** The list and what was seen of it; a count that may not be known is left out. */
function valuesOf(access: Access, all: readonly Listed[], ids: readonly string[]) {
  const asked = new Set(ids)
  const those = all.filter(({ id }) => asked.has(id))
  const active = those.filter(({ isActive, isOfPeople }) => isActive && isOfPeople)
  const flagged = access.standing.flagged.filter(({ id }) => asked.has(id))
  const { flags } = access.standing.counts
  const count = (flag: keyof typeof flags) =>
    flagged.filter((line) => line.flags.includes(flag)).length
  return {
    accounts: ids,
    systems: [...new Set(those.map(({ system }) => system))].slice(0, 100),
    log_size: Math.max(1, access.as_of),
    listed_on: access.today,
    stale_days: access.stale_days,
    active_count: active.length,
    mfa_count: active.filter(({ mfa }) => mfa === true).length,
    mfa_unknown_count: active.filter(({ mfa }) => mfa === undefined).length,
    privileged_count: active.filter(({ isPrivileged }) => isPrivileged).length,
    privileged_without_mfa_count: count('privileged_without_mfa'),
    stale_count: count('stale'),
    shared_count: count('shared'),
    ...(flags.leaver === null ? {} : { leaver_count: count('leaver') }),
  }
}

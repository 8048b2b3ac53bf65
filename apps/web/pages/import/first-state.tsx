// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import type { KindName } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type FirstState, uploadFirstState } from '../../data/imports.ts'
import { useImportWords } from '../../words/import.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { FirstGoing } from './first-going.tsx'

/** What the folder of a nulmeting comes to, and then the registers filled with it. */
export function FirstStateOf({ file, begun }: { readonly file: File; readonly begun: () => void }) {
  const { first, reading } = useImportWords()
  const { language } = useLanguage()
  const queries = useQueryClient()
  const trial = useQuery({
    queryKey: ['first-state', file.name, file.size, file.lastModified, language],
    queryFn: ({ signal }) => uploadFirstState({ file, language, isTrial: true, signal }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const real = useMutation({
    mutationFn: () => uploadFirstState({ file, language, isTrial: false }),
    onMutate: begun,
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'first-state' }),
  })
  if (real.data !== undefined) {
    const { entry } = real.data
    return (
      <>
        <h3>{first.done}</h3>
        {entry !== null && <p className="quiet">{first.entry(entry)}</p>}
        <Told of={real.data} />
        <p>
          <Link to="/">{first.home}</Link>
        </p>
      </>
    )
  }
  if (trial.data === undefined) {
    return <FirstGoing isPending={trial.isPending} error={trial.error} busy={reading} />
  }
  const count = total(trial.data.made) + total(trial.data.waiting)
  return (
    <>
      <h3>{first.title}</h3>
      <p>{count === 0 ? first.nothing : first.trial}</p>
      <Told of={trial.data} />
      <p className="quiet">{first.once}</p>
      <Button disabled={count === 0} loading={real.isPending} onClick={() => real.mutate()}>
        {first.confirm(count)}
      </Button>
      <FirstGoing isPending={real.isPending} error={real.error} busy={first.busy} />
    </>
  )
}

function Told({ of }: { readonly of: FirstState }) {
  const { first, registerName } = useImportWords()
  const { language } = useLanguage()
  const tongue = registerTongue(language)
  const named = (kind: string) => upper(tongue.kind(kind as KindName)?.[1] ?? kind)
  const kinds = [...new Set([...Object.keys(of.made), ...Object.keys(of.waiting)])]
  return (
    <>
      {kinds.length > 0 && (
        <table className="table tight">
          <thead>
            <tr>
              <th scope="col">{registerName}</th>
              <th scope="col" className="number">
                {first.made}
              </th>
              <th scope="col" className="number">
                {first.waiting}
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind}>
                <td>{named(kind)}</td>
                <td className="number">{of.made[kind] ?? 0}</td>
                <td className="number">{of.waiting[kind] ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Some
        title={first.refused}
        items={of.refused.map(({ kind, source, code, path }) => [
          source,
          `${named(kind)}${path === null ? '' : ` ${path}`}: ${code}`,
        ])}
      />
      <Some
        title={first.leftOut}
        items={of.left_out.map(({ source, code, found }) => [
          source,
          `${first.leftOutCodes[code] ?? code}: ${found}`,
        ])}
      />
      <Some
        title={first.problems}
        items={of.problems.map(({ path, line, expected, found }) => [
          line === null ? path : `${path}:${line}`,
          `${first.expected}: ${expected}. ${first.found}: ${found}.`,
        ])}
      />
    </>
  )
}

interface SomeProps {
  readonly title: string
  /** Place in the file, and what about it. */
  readonly items: readonly (readonly [string, string])[]
}

function Some({ title, items }: SomeProps) {
  if (items.length === 0) return null
  return (
    <details open={items.length <= 5}>
      <summary>
        {title} ({items.length})
      </summary>
      <ul>
        {items.map(([place, text]) => (
          <li key={`${place} ${text}`}>
            <span className="mono">{place}</span> {text}
          </li>
        ))}
      </ul>
    </details>
  )
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

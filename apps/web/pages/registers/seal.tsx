// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { Problem, type RecordBody } from '@schouw/contract/client'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { api } from '../../data/api.ts'
import { useHistory } from '../../data/records.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { Register } from './kind-of-page.ts'
import { useLookingWords } from './looking-words.ts'
import type { Verified } from './verify.ts'

interface SealProps {
  readonly register: Register
  readonly record: RecordBody
  /** Of a version that stood on another day there is no proof to fetch. */
  readonly isNow: boolean
}

/** Quiet proof beside a record: who, when, which entry, and a check that anybody can repeat. */
export function Seal({ register: { kind }, record, isNow }: SealProps) {
  const { language } = useLanguage()
  const words = useLookingWords()
  const tip = useId()
  const history = useHistory(kind.name, record.id)
  const entries = (history.data?.pages ?? []).flatMap(({ items }) => items)
  const own = entries.find(({ version }) => version === record.version)
  const approval = entries.find((entry) => entry.approval !== undefined)
  const isBroken =
    kind.lifecycle.lapse?.to === record.state ||
    (isNow && record.approval === null && approval?.approval === null)
  const name = isBroken ? words.brokenSeal : words.sealed
  const at = dayAndTime(record.changed.at, language)
  return (
    <>
      <button type="button" className="seal" popoverTarget={tip} data-broken={isBroken}>
        <Mark isBroken={isBroken} /> {name}, {at}
      </button>
      <div id={tip} popover="auto" className="seal-facts">
        {isBroken && (
          <p className="broken">
            <Glossed text={words.brokenText} />
          </p>
        )}
        <dl className="facts">
          <dt>{words.who}</dt>
          <dd>
            <RecordLink id={record.changed.by} />
          </dd>
          <dt>{words.when}</dt>
          <dd>{at}</dd>
          {own !== undefined && (
            <>
              <dt>{words.entry}</dt>
              <dd>{own.index.toLocaleString(language)}</dd>
            </>
          )}
          {record.approval !== null && (
            <>
              <dt>{words.approved}</dt>
              <dd>
                <RecordLink id={record.approval.by} />, {dayAndTime(record.approval.at, language)}
              </dd>
            </>
          )}
        </dl>
        {isNow && <Verify fetched={() => api.proof(kind.name, record.id)} name={record.id} />}
      </div>
    </>
  )
}

/** A closed ring, or one that is torn: told apart without colour. */
function Mark({ isBroken }: { readonly isBroken: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {isBroken ? (
        <path
          d="M9 1.6A6.5 6.5 0 0 1 13 12M11 13.8A6.5 6.5 0 0 1 3 3.9M4.6 2.4 8 8l-1.6 2"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
      ) : (
        <>
          <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="m5 8.2 2.2 2.2L11.2 6" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </>
      )}
    </svg>
  )
}

const mostWaits = 5
const waitMs = 1_000

function isUnderWay(error: unknown): boolean {
  return error instanceof Problem && error.body.code === 'proof-not-ready'
}

interface VerifyProps {
  readonly fetched: () => Promise<unknown>
  /** Of the file that the proof is taken along as. */
  readonly name: string
  /** What else there is to say of a proof that holds. */
  readonly children?: (proof: unknown) => ReactNode
}

/** A check of a proof here, with the code that checks it elsewhere. */
export function Verify({ fetched, name, children }: VerifyProps) {
  const words = useLookingWords()
  const check = useMutation({
    mutationFn: async (): Promise<Verified & { readonly proof: unknown }> => {
      const [proof, keys, { verified }] = await Promise.all([
        fetched(),
        logKeys(),
        import('./verify.ts'),
      ])
      return { ...verified(proof, keys), proof }
    },
    // What was written a moment ago is proven as soon as the head over it is signed.
    retry: (times, error) => times < mostWaits && isUnderWay(error),
    retryDelay: waitMs,
  })
  return (
    <>
      <Refusal error={check.error} />
      {check.data === undefined ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          {words.verify}
        </Button>
      ) : (
        <output>
          <p className={check.data.state === 'refused' ? 'broken' : undefined}>
            <strong>{words[check.data.state]}</strong>
          </p>
          {check.data.state === 'refused' ? null : children?.(check.data.proof)}
          <p className="quiet">
            {words.checkpoint} {words.ofSize(check.data.size)}
          </p>
          <ul className="plain">
            {check.data.layers
              .filter(({ layer }) => words.layers[layer] !== undefined)
              .map(({ layer, state }) => (
                <li key={layer} className="quiet">
                  {words.layers[layer]}: {words.layerStates[state] ?? state}
                </li>
              ))}
          </ul>
          <p>
            <a href={check.data.file} download={`${name}.proof.json`}>
              {words.download}
            </a>
          </p>
        </output>
      )}
    </>
  )
}

/** Of whoever oversees everything; others get none, and are told what they cannot check. */
async function logKeys(): Promise<string> {
  const came = await fetch('/api/v1/log/keys', { credentials: 'same-origin' })
  return came.ok ? came.text() : ''
}

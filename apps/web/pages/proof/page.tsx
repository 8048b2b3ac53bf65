// SPDX-License-Identifier: EUPL-1.2
import { Alert } from '@mantine/core'
import type { Layers } from '@schouw/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../data/api.ts'
import type { Session } from '../../data/session.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { QrOf } from '../../parts/qr-of.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { DossierForm } from './dossier-form.tsx'
import { useProofWords } from './words.ts'
import './proof.css'

/** What lies out of reach of the operator, the head of the log, and dossiers. */
export function Proof({ session }: { readonly session: Session }) {
  const words = useProofWords()
  const layers = useQuery({
    queryKey: ['proof', 'layers'],
    queryFn: () => api.call('GET /api/v1/proof/layers', {}),
  })
  return (
    <>
      <Title name={words.title} />
      <p className="prose">
        <Glossed text={words.intro} />
      </p>
      <Ready of={layers}>{(found) => <Shown layers={found} />}</Ready>
      <DossierForm session={session} />
    </>
  )
}

function Shown({ layers }: { readonly layers: Layers }) {
  const words = useProofWords()
  const rows = useRows(layers)
  return (
    <>
      {layers.alarms.map((alarm) => (
        <Alert key={alarm} color="orange" variant="outline" my="sm" maw="44rem">
          {words.alarms[alarm]}
        </Alert>
      ))}
      <section className="block" aria-labelledby="layers">
        <h2 id="layers">{words.layers}</h2>
        <dl className="layers">
          {rows.map(({ name, lines, proves }) => (
            <div key={name} data-empty={lines === null}>
              <dt>{name}</dt>
              <dd>
                {(lines ?? [words.none]).map((line) => (
                  <div key={line}>{line}</div>
                ))}
                <p className="quiet">{proves}</p>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Head log={layers.log} />
    </>
  )
}

interface Row {
  readonly name: string
  readonly proves: string
  /** Null: there is no such layer. */
  readonly lines: readonly string[] | null
}

function useRows({ timestamps, signed, mailed, witness }: Layers): readonly Row[] {
  const { language } = useLanguage()
  const words = useProofWords()
  const at = (instant: string) => dayAndTime(instant, language)
  const number = (value: number) => value.toLocaleString(language)
  const { newest, authority, waiting, renewed_at: renewedAt, renewal_error: error } = timestamps
  const stamped = newest === null ? [] : stampLines(newest)
  function stampLines(stamp: NonNullable<typeof newest>): readonly string[] {
    const { size, at: then, chain_ends_at: ends, clock_behind_ms: behindMs } = stamp
    return [
      words.stamped(number(size), at(then), authority ?? ''),
      ...(ends === null ? [] : [words.endsOn(at(ends))]),
      ...(behindMs === null ? [] : [words.clock((behindMs / 1000).toFixed(1))]),
    ]
  }
  const renewed = [
    ...(renewedAt === null ? [] : [words.renewedAt(at(renewedAt))]),
    ...(error === null ? [] : [`${words.renewalError}: ${error}`]),
  ]
  const asked = waiting === null ? [] : [[words.waiting, waiting.error].filter(Boolean).join(': ')]
  const isStamped = newest !== null || authority !== null
  return [
    {
      ...{ name: words.timestamps, proves: words.timestampsProve },
      lines: isStamped ? [...stamped, ...renewed, ...asked] : null,
    },
    {
      ...{ name: words.signed, proves: words.signedProve },
      lines: [
        signed.newest_size === null
          ? words.unsigned
          : words.signedBy(number(signed.people), number(signed.newest_size)),
      ],
    },
    {
      ...{ name: words.mailed, proves: words.mailedProve },
      lines:
        mailed.newest === null
          ? mailed.is_set
            ? [words.mailSoon]
            : null
          : [
              words.mailedTo(
                number(mailed.newest.people),
                number(mailed.newest.size),
                at(mailed.newest.at),
              ),
            ],
    },
    {
      ...{ name: words.witness, proves: words.witnessProve },
      lines:
        witness.newest === null && witness.name === null
          ? null
          : [
              ...(witness.newest === null
                ? [words.waiting]
                : [
                    words.seen(
                      number(witness.newest.size),
                      at(witness.newest.at),
                      witness.name ?? '',
                    ),
                  ]),
              ...(witness.error === null ? [] : [witness.error]),
            ],
    },
  ]
}

function Head({ log }: { readonly log: Layers['log'] }) {
  const { language } = useLanguage()
  const words = useProofWords()
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(log.checkpoint)}`
  return (
    <section className="block" aria-labelledby="head">
      <h2 id="head">{words.head}</h2>
      <p className="prose">
        <Glossed text={words.headWhy} />
      </p>
      <div className="head">
        <QrOf text={log.checkpoint} label={words.qr} />
        <dl className="facts">
          <dt>{words.log}</dt>
          <dd className="mono">{log.origin}</dd>
          <dt>{words.entries}</dt>
          <dd>{log.size.toLocaleString(language)}</dd>
          {log.at !== null && (
            <>
              <dt>{words.last}</dt>
              <dd>{dayAndTime(log.at, language)}</dd>
            </>
          )}
          <dt>{words.checkpoint}</dt>
          <dd className="mono">{log.root}</dd>
          <dt>{words.keys}</dt>
          <dd className="mono">
            {log.keys.map((key) => (
              <div key={key}>{key}</div>
            ))}
          </dd>
        </dl>
      </div>
      <p className="no-print">
        <a href={file} download={`checkpoint-${log.size}.txt`}>
          {words.save}
        </a>
      </p>
    </section>
  )
}

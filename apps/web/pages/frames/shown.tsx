// SPDX-License-Identifier: EUPL-1.2
import { Alert } from '@mantine/core'
import type { FoundFrame } from '@schouw/core/capture'
import type { ReactNode } from 'react'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { hexLines } from './hex.ts'
import type { NamedFrame } from './named.ts'
import { useFrame } from './search.ts'
import { useFramesWords } from './words.ts'

interface FrameShownProps {
  readonly named: NamedFrame
  /** Null where nobody ever noted it. */
  readonly sha256: string | null
  readonly file: Blob
}

/** What the packet says, and its bytes. */
export function FrameShown({ named, sha256, file }: FrameShownProps) {
  const words = useFramesWords()
  const answer = useFrame({ file, frame: named.frame, sha256 })
  if (answer === null) return <output className="quiet">{words.looking}</output>
  if ('no' in answer) {
    return (
      <Alert color="orange" variant="outline" role="alert" my="sm">
        {answer.no === 'not-there' ? words.notThere(answer.packets) : words.no[answer.no]}
      </Alert>
    )
  }
  return (
    <>
      <Facts named={named} frame={answer.frame} />
      <p className="quiet">{answer.isSame ? words.seal.same : words.seal.unchecked}</p>
      <h2>{words.hex}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <pre className="hex" tabIndex={0}>
        {hexLines(answer.frame.bytes).join('\n')}
      </pre>
    </>
  )
}

function Facts({ named, frame }: { readonly named: NamedFrame; readonly frame: FoundFrame }) {
  const { language } = useLanguage()
  const { facts: words } = useFramesWords()
  const { source, ends } = frame
  // The other end than the one that sent it.
  const to = ends
    .flatMap(({ client, server }) => [client, server])
    .find((end) => (source.ip === null ? end.mac !== source.mac : end.ip !== source.ip))
  const rows: readonly (readonly [string, ReactNode])[] = [
    [words.capture, <code key="capture">{`${named.capture} #${named.frame}`}</code>],
    [
      words.at,
      frame.at === null ? (
        words.noTime
      ) : (
        <>
          {dayAndTime(frame.at, language)} <code>{frame.at}</code>
        </>
      ),
    ],
    [words.from, <Address key="from" of={source} />],
    [words.to, <Address key="to" of={{ mac: to?.mac ?? null, ip: to?.ip ?? null }} />],
    ...(frame.vlan === null ? [] : [[words.vlan, String(frame.vlan)] as const]),
    [words.protocols, frame.protocols.length === 0 ? words.unknown : frame.protocols.join(' · ')],
    ...(frame.service === null || frame.transport === null
      ? []
      : [
          [
            words.service,
            <code key="service">{`${frame.transport}/${frame.service}`}</code>,
          ] as const,
        ]),
    [words.bytes, words.size(frame.bytes.length, frame.wireBytes)],
    ...(frame.facts.length === 0
      ? []
      : [
          [
            words.says,
            <ul key="says" className="plain">
              {frame.facts.map(({ name, value }) => (
                <li key={`${name} ${value}`}>{`${name}: ${value}`}</li>
              ))}
            </ul>,
          ] as const,
        ]),
  ]
  return (
    <dl className="frame-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface AddressProps {
  readonly of: { readonly mac: string | null; readonly ip: string | null }
}

function Address({ of: { mac, ip } }: AddressProps) {
  const { facts: words } = useFramesWords()
  const parts = [ip, mac].filter((one) => one !== null)
  return parts.length === 0 ? words.unknown : <code>{parts.join(' · ')}</code>
}

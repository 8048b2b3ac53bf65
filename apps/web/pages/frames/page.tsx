// SPDX-License-Identifier: EUPL-1.2
import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { contentAddress, useFile } from '../../data/files.ts'
import { useList, useRecord } from '../../data/records.ts'
import { DropFile } from '../../parts/drop-file.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import './frames.css'
import { addressOf, framesIn, type NamedFrame } from './named.ts'
import { FrameShown } from './shown.tsx'
import { useFramesWords } from './words.ts'

/** Fetched without asking; what is larger is chosen on one's own disk. */
const fetchedBytes = 64 * 1024 * 1024

/** One packet that a finding rests on: the first it names, or the one asked for. */
export function FramePage() {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const words = useFramesWords()
  const finding = useRecord('finding', id)
  return (
    <Ready of={finding}>
      {({ values }) => {
        const named = framesIn('description' in values ? values.description : undefined)
        const frame = Number(search.get('frame'))
        const capture = search.get('capture')
        const asked = named.find((one) => one.capture === capture && one.frame === frame)
        const shown = capture === null ? named[0] : asked
        return (
          <>
            <Title name={shown === undefined ? words.finding : words.title(shown.frame)} />
            <p className="quiet">
              {words.finding}: <RecordLink id={id} />
            </p>
            {shown === undefined ? (
              <p>{words.none}</p>
            ) : (
              <>
                <p>
                  <Glossed text={words.intro} />
                </p>
                <Looked key={`${shown.capture} ${shown.frame}`} finding={id} named={shown} />
                <Others finding={id} named={named} shown={shown} />
              </>
            )}
          </>
        )
      }}
    </Ready>
  )
}

interface Of {
  readonly finding: string
  readonly named: NamedFrame
}

/** From the recording that is kept here, or else from the one its reader has. */
function Looked({ finding, named }: Of) {
  const list = useList('evidence-file', { filter: [`about:eq:${finding}`], limit: 100 })
  return (
    <Ready of={list}>
      {({ pages }) => {
        const name = named.capture.split('/').at(-1)
        const all = pages.flatMap(({ items }) => items)
        const evidence =
          all.find(({ values }) => values.origin === named.capture) ??
          all.find(({ values }) => values.file_name === name)
        const sha256 = evidence?.values.file ?? null
        return sha256 === null ? (
          <Chosen named={named} sha256={null} why="notKeptUnknown" />
        ) : (
          <OfDigest named={named} sha256={sha256} />
        )
      }}
    </Ready>
  )
}

function OfDigest({ named, sha256 }: { readonly named: NamedFrame; readonly sha256: string }) {
  const file = useFile(sha256)
  const isKept = file.data?.state === 'stored'
  const isSmall = (file.data?.bytes ?? 0) <= fetchedBytes
  const content = useQuery({
    queryKey: ['content', sha256],
    enabled: isKept && isSmall,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const came =
        file.data === undefined ? null : await fetch(contentAddress(file.data), { signal })
      // Kept by record and gone from its place: as if it were not kept.
      return came?.ok === true ? came.blob() : null
    },
  })
  return (
    <Ready of={file}>
      {() => {
        if (!isKept) return <Chosen named={named} sha256={sha256} why="notKept" />
        if (!isSmall) return <Chosen named={named} sha256={sha256} why="tooLarge" />
        return (
          <Ready of={content}>
            {(blob) =>
              blob === null ? (
                <Chosen named={named} sha256={sha256} why="notKept" />
              ) : (
                <FrameShown named={named} sha256={sha256} file={blob} />
              )
            }
          </Ready>
        )
      }}
    </Ready>
  )
}

interface ChosenProps {
  readonly named: NamedFrame
  readonly sha256: string | null
  readonly why: 'notKept' | 'notKeptUnknown' | 'tooLarge'
}

function Chosen({ named, sha256, why }: ChosenProps) {
  const words = useFramesWords()
  const [file, setFile] = useState<File | null>(null)
  return (
    <>
      <dl className="frame-facts">
        <div>
          <dt>{words.facts.capture}</dt>
          <dd>
            <code>{`${named.capture} #${named.frame}`}</code>
          </dd>
        </div>
      </dl>
      <Alert variant="outline" color="gray" my="sm">
        <p>{words[why]}</p>
        <DropFile label={words.choose} hint={words.hint} onFile={setFile} />
      </Alert>
      {file !== null && <FrameShown named={named} sha256={sha256} file={file} />}
    </>
  )
}

function Others({
  finding,
  named,
  shown,
}: {
  readonly finding: string
  readonly named: readonly NamedFrame[]
  readonly shown: NamedFrame
}) {
  const words = useFramesWords()
  const others = named.filter((one) => one !== shown)
  if (others.length === 0) return null
  return (
    <section className="block" aria-labelledby="other-frames">
      <h2 id="other-frames">{words.others}</h2>
      <ul className="plain">
        {others.map((one) => (
          <li key={`${one.capture} ${one.frame}`}>
            <Link to={addressOf(finding, one)}>
              <code>{`${one.capture} #${one.frame}`}</code>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

// SPDX-License-Identifier: EUPL-1.2

import { Alert, Button, TextInput } from '@mantine/core'
import { contentAddress, type StoredFile, useFile, useReleaseFile } from '../data/files.ts'
import { useKept } from '../data/kept.ts'
import { useSession } from '../data/session.ts'
import { dayAndTime } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import { Refusal } from './state.tsx'

/** A file by its digest: what it is called, what it is, whether it may be had. */
export function FileOf({ digest }: { readonly digest: string }) {
  const { data } = useFile(digest)
  return data === undefined ? <Short digest={digest} /> : <FileShown file={data} />
}

export function FileShown({ file }: { readonly file: StoredFile }) {
  const { words, language } = useLanguage()
  const { files } = words
  const { sha256, name, type, bytes, state, released } = file
  return (
    <div className="file">
      {state === 'stored' ? (
        <a href={contentAddress(file)} download>
          {name ?? files.download}
        </a>
      ) : (
        <span>{name}</span>
      )}{' '}
      <span className="quiet">
        {[type, bytes === null ? null : size(bytes, language), files.states[state] ?? state]
          .filter((one) => one !== null)
          .join(' · ')}
      </span>{' '}
      <Short digest={sha256} />
      {released !== null && (
        <p className="quiet">
          {files.released(dayAndTime(released.at, language), released.reason)}
        </p>
      )}
      {state === 'quarantined' && <Apart file={file} />}
    </div>
  )
}

function Short({ digest }: { readonly digest: string }) {
  const { files } = useLanguage().words
  return (
    <span className="mono quiet" title={digest}>
      {files.digest} {digest.slice(0, 12)}…
    </span>
  )
}

/** Why it is kept apart, and what can be done about it. */
function Apart({ file }: { readonly file: StoredFile }) {
  const { files } = useLanguage().words
  const { data: session } = useSession()
  const isCiso = session?.organisation?.roles.includes('ciso') === true
  return (
    <Alert color="orange" variant="outline" mt="xs" title={files.quarantine}>
      <ul className="plain">
        {file.doubts.map((doubt) => (
          <li key={doubt}>{files.doubts[doubt] ?? doubt}</li>
        ))}
      </ul>
      <p>{files.whatToDo}</p>
      {isCiso && (
        <>
          <p>
            <a href={contentAddress(file, true)} download>
              {files.look}
            </a>
          </p>
          <Release file={file} person={session?.organisation?.person} />
        </>
      )}
    </Alert>
  )
}

function Release({
  file: { sha256, by },
  person,
}: {
  readonly file: StoredFile
  readonly person: string | undefined
}) {
  const { files } = useLanguage().words
  const release = useReleaseFile(sha256)
  const [reason, setReason] = useKept('draft/release', '')
  if (by !== null && by === person) return <p className="quiet">{files.own}</p>
  return (
    <>
      <Refusal error={release.error} />
      <TextInput
        label={files.releaseReason}
        value={reason}
        maw="30rem"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        size="xs"
        mt="xs"
        type="button"
        disabled={reason.trim().length < 3}
        loading={release.isPending}
        onClick={() => release.mutate(reason.trim())}
      >
        {files.release}
      </Button>
    </>
  )
}

function size(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  const shape = { style: 'unit', unit: units[step] ?? 'byte', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(language, shape).format(bytes / 1000 ** step)
}

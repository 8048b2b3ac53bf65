// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, Group, NativeSelect, Radio, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { uploadTable } from '../../data/imports.ts'
import { useList } from '../../data/records.ts'
import type { Session } from '../../data/session.ts'
import { uploadSource } from '../../data/sources.ts'
import { DropFile } from '../../parts/drop-file.tsx'
import { Title } from '../../parts/title.tsx'
import { useImportWords } from '../../words/import.ts'
import { useLanguage } from '../../words/language.tsx'
import { Earlier } from './earlier.tsx'
import { FileRefusal } from './file-refusal.tsx'
import { FirstStateOf } from './first-state.tsx'
import { registerChoices } from './register-choices.ts'
import { waysOf } from './roles.ts'
import { AsScan } from './scan.tsx'
import { type Look, lookAt, type Way, ways } from './what.ts'

const Inspecting = lazy(async () => ({
  default: (await import('../captures/page.tsx')).Inspecting,
}))

interface Brought {
  readonly file: File
  readonly look: Look
}

/** A file comes in; what it is decides the way it goes. */
export function BringIn({ session }: { readonly session: Session }) {
  const words = useImportWords()
  const [brought, setBrought] = useState<Brought | null>(null)
  const open = waysOf(session)
  const take = (file: File) => void lookAt(file).then((look) => setBrought({ file, look }))
  return (
    <>
      <Title name={words.title} />
      <p>{open.length === 0 ? words.notYours : words.intro}</p>
      {open.length > 0 &&
        (brought === null ? (
          <>
            <DropFile label={words.choose} hint={words.drop} onFile={take} />
            <h2>{words.kindsTitle}</h2>
            <dl className="facts">
              {words.kinds.map(([what, becomes]) => (
                <div key={what} style={{ display: 'contents' }}>
                  <dt>{what}</dt>
                  <dd>{becomes}</dd>
                </div>
              ))}
            </dl>
          </>
        ) : (
          <Chosen
            key={brought.file.name + brought.file.size}
            {...brought}
            open={open}
            drop={() => setBrought(null)}
            session={session}
          />
        ))}
      <Earlier open={open} />
    </>
  )
}

interface ChosenProps extends Brought {
  readonly open: readonly Way[]
  readonly drop: () => void
  readonly session: Session
}

function Chosen({ file, look, open, drop, session }: ChosenProps) {
  const words = useImportWords()
  const { what } = words
  const [way, setWay] = useState<Way | null>(ways.find((one) => one === look) ?? null)
  const [isGone, setIsGone] = useState(false)
  return (
    <section aria-labelledby="what">
      <h2 id="what">{isGone ? file.name : what.title(file.name)}</h2>
      {look === 'capture' ? (
        <>
          <p className="prose">{what.capture}</p>
          <Suspense fallback={null}>
            <Inspecting session={session} first={[file]} />
          </Suspense>
        </>
      ) : look === 'empty' ? (
        <Alert variant="outline" color="orange" my="sm">
          {what.empty}
        </Alert>
      ) : (
        !isGone && (
          <Radio.Group
            value={way}
            onChange={(next) => setWay(ways.find((one) => one === next) ?? null)}
            label={look === 'unknown' ? what.unseen : what.seen}
          >
            <Stack gap="xs" my="sm">
              {ways.map((one) => (
                <Radio key={one} value={one} label={what[one]} disabled={!open.includes(one)} />
              ))}
            </Stack>
          </Radio.Group>
        )
      )}
      {way !== null && !open.includes(way) && <p className="broken">{words.notThis}</p>}
      {way === 'first-state' && open.includes(way) && (
        <FirstStateOf file={file} begun={() => setIsGone(true)} />
      )}
      {way === 'table' && open.includes(way) && <AsTable file={file} />}
      {way === 'source' && open.includes(way) && <AsSource file={file} />}
      {way === 'scan' && open.includes(way) && <AsScan file={file} />}
      <Button variant="subtle" size="compact-sm" mt="sm" onClick={drop}>
        {words.other}
      </Button>
    </section>
  )
}

function AsTable({ file }: { readonly file: File }) {
  const words = useImportWords()
  const { language } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const choices = registerChoices(language, file.name)
  const register = search.get('register') ?? choices.near ?? ''
  const go = useNavigate()
  const upload = useUpload((signal) => uploadTable({ file, language, register, signal }))
  return (
    <Stack maw="28rem" my="sm">
      <NativeSelect
        label={words.register}
        description={words.registerHelp}
        value={register}
        data={[{ value: '', label: '' }, ...choices.groups]}
        onChange={(event) => setSearch({ register: event.currentTarget.value }, { replace: true })}
      />
      <FileRefusal error={upload.error} />
      <Sending
        upload={upload}
        isReady={register !== ''}
        start={() =>
          upload.mutate(undefined, { onSuccess: ({ id }) => void go(`/import/tables/${id}`) })
        }
      />
    </Stack>
  )
}

function AsSource({ file }: { readonly file: File }) {
  const words = useImportWords()
  const go = useNavigate()
  const [site, setSite] = useState('')
  const sites = useList('site', { limit: 100, sort: 'title' })
  const upload = useUpload((signal) => uploadSource(file, site, signal))
  const items = sites.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Stack maw="28rem" my="sm">
      {items.length > 0 && (
        <NativeSelect
          label={words.site}
          description={words.siteHelp}
          value={site}
          data={[
            { value: '', label: words.anySite },
            ...items.map(({ id, values }) => ({ value: id, label: values.name ?? id })),
          ]}
          onChange={(event) => setSite(event.currentTarget.value)}
        />
      )}
      <FileRefusal error={upload.error} />
      <Sending
        upload={upload}
        isReady
        start={() =>
          upload.mutate(undefined, { onSuccess: ({ id }) => void go(`/import/sources/${id}`) })
        }
      />
    </Stack>
  )
}

function useUpload<Result>(send: (signal: AbortSignal) => Promise<Result>) {
  const stop = useRef<AbortController>(null)
  const mutation = useMutation({
    mutationFn: async () => {
      const controller = new AbortController()
      stop.current = controller
      try {
        return await send(controller.signal)
      } catch (error) {
        // Who stopped it needs not be told.
        if (controller.signal.aborted) mutation.reset()
        throw error
      }
    },
  })
  return { ...mutation, stop: () => stop.current?.abort() }
}

interface SendingProps {
  readonly upload: { readonly isPending: boolean; readonly stop: () => void }
  readonly isReady: boolean
  readonly start: () => void
}

function Sending({ upload, isReady, start }: SendingProps) {
  const words = useImportWords()
  return (
    <Group>
      <Button loading={upload.isPending} disabled={!isReady} onClick={start}>
        {words.go}
      </Button>
      {upload.isPending && (
        <>
          <Button variant="default" onClick={upload.stop}>
            {words.stop}
          </Button>
          <output className="quiet">{words.reading}</output>
        </>
      )}
    </Group>
  )
}

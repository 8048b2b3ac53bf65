// SPDX-License-Identifier: EUPL-1.2

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type StoredFile, useUploadFile } from '../../data/files.ts'
import { useKept } from '../../data/kept.ts'
import { useMay } from '../../data/may.ts'
import { useList, useStep } from '../../data/records.ts'
import { DateField } from '../../parts/date-field.tsx'
import { DropFile } from '../../parts/drop-file.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { FileOf } from '../../parts/stored-file.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { Register } from './kind-of-page.ts'
import { useLookingWords } from './looking-words.ts'
import { upper } from './page.tsx'

type AttachmentsProps = { readonly register: Register; readonly id: string }

/** Evidence about a record: any file, kept as a record of its own that names this one. */
export function Attachments({ register, id }: AttachmentsProps) {
  const { tongue } = register
  const words = useLookingWords()
  const { language } = useLanguage()
  const mayDo = useMay()
  const list = useList('evidence-file', { filter: [`about:eq:${id}`], limit: 100, sort: 'title' })
  return (
    <>
      <Ready of={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return items.length === 0 ? (
            <p className="quiet">{words.noFiles}</p>
          ) : (
            <ul className="plain">
              {items.map(({ id: evidence, values, state }) => (
                <li key={evidence} className="difference">
                  <strong>
                    <RecordLink id={evidence} />
                  </strong>
                  <p className="quiet">
                    {[
                      values.type === undefined ? '' : tongue.code('evidence-file', values.type),
                      tongue.code('evidence-file', state),
                      values.dated === undefined ? '' : day(values.dated, language),
                    ]
                      .filter((one) => one !== '')
                      .join(' · ')}
                  </p>
                  {values.file !== undefined && <FileOf digest={values.file} />}
                </li>
              ))}
            </ul>
          )
        }}
      </Ready>
      {mayDo('create', 'evidence-file') && <Add register={register} id={id} />}
    </>
  )
}

function Add({ register: { tongue }, id }: AttachmentsProps) {
  const words = useLookingWords()
  const upload = useUploadFile()
  const step = useStep('evidence-file')
  const [file, setFile, forgetFile] = useKept<StoredFile | null>(`draft/attachment/${id}`, null)
  const [name, setName, forgetName] = useKept(`draft/attachment/${id}/name`, '')
  const [type, setType] = useState('record')
  const [dated, setDated] = useState('')
  if (file === null) {
    return (
      <>
        <Refusal error={upload.error} />
        <DropFile
          label={words.addFile}
          hint={words.addFileHint}
          isBusy={upload.isPending}
          onFile={(chosen) =>
            upload.mutate(chosen, {
              onSuccess: (stored) => {
                setFile(stored)
                setName(stored.name ?? chosen.name)
              },
            })
          }
        />
      </>
    )
  }
  const types = ['document', 'record', 'config', 'log', 'test', 'interview', 'observation']
  const store = () =>
    step.mutate(
      {
        do: 'create',
        values: {
          // Told apart by their bytes and what they are about.
          code: `${file.sha256.slice(0, 12)}-${id.slice(-6)}`,
          name: name.trim() === '' ? file.sha256.slice(0, 12) : name.trim(),
          type,
          file: file.sha256,
          received_at: file.at ?? new Date().toISOString(),
          about: [id],
          ...(file.name === null ? {} : { file_name: file.name }),
          ...(file.type === null ? {} : { media_type: file.type }),
          ...(file.bytes === null ? {} : { size_bytes: file.bytes }),
          ...(dated === '' ? {} : { dated }),
        },
      },
      {
        onSuccess: () => {
          forgetFile()
          forgetName()
          setDated('')
        },
      },
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        store()
      }}
    >
      <FileOf digest={file.sha256} />
      <div className="bulk-fields">
        <TextInput
          size="xs"
          label={words.fileName}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={words.fileType}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
          data={types.map((value) => ({
            value,
            label: upper(tongue.code('evidence-file', value, 'type')),
          }))}
        />
        <DateField size="xs" label={words.fileDated} value={dated} onChange={setDated} />
      </div>
      <Refusal error={step.error} />
      <Button size="xs" mt="xs" type="submit" loading={step.isPending}>
        {words.store}
      </Button>
    </form>
  )
}

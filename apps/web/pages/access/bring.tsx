// SPDX-License-Identifier: EUPL-1.2
import { Alert, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useUploadAccounts } from '../../data/access.ts'
import { DateField } from '../../parts/date-field.tsx'
import { DropFile } from '../../parts/drop-file.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { useAccessWords } from './words.ts'

/** An export, read into an import that is tried before anything is recorded. */
export function Bring({ isOpen }: { readonly isOpen: boolean }) {
  const words = useAccessWords()
  const { language } = useLanguage()
  const upload = useUploadAccounts()
  const [system, setSystem] = useState('Entra ID')
  const [exportedOn, setExportedOn] = useState(() => new Date().toISOString().slice(0, 10))
  const came = upload.data
  return (
    <details className="filters no-print" open={isOpen || undefined}>
      <summary>{words.bring}</summary>
      <p className="prose">
        <Glossed text={words.bringText} />
      </p>
      <div className="bulk-fields">
        <TextInput
          size="xs"
          label={words.system}
          description={words.systemHelp}
          value={system}
          maxLength={200}
          onChange={(event) => setSystem(event.currentTarget.value)}
        />
        <DateField size="xs" label={words.exportedOn} value={exportedOn} onChange={setExportedOn} />
      </div>
      <DropFile
        label={words.file}
        hint={words.drop}
        isBusy={upload.isPending || system.trim() === '' || exportedOn === ''}
        onFile={(file) => upload.mutate({ file, system: system.trim(), exportedOn, language })}
      />
      <Refusal error={upload.error} />
      {came !== undefined && (
        <Alert variant="outline" color="water" role="status">
          <p>{words.read(came.rows, words.formats[came.format] ?? came.format)}</p>
          <p>
            <Link to={`/import/tables/${came.import.id}`}>{words.toImport}</Link>
          </p>
          {came.problems.length > 0 && (
            <>
              <p>{words.problems}:</p>
              <ul>
                {came.problems.map(({ line, expected, found }, at) => (
                  <li key={at}>{words.problem(line, expected, found)}</li>
                ))}
              </ul>
            </>
          )}
        </Alert>
      )}
    </details>
  )
}

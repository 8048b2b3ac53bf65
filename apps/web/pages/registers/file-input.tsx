// SPDX-License-Identifier: EUPL-1.2
import { Button, Input, Stack } from '@mantine/core'
import { type StoredFile, useUploadFile } from '../../data/files.ts'
import { DropFile } from '../../parts/drop-file.tsx'
import { Refusal } from '../../parts/state.tsx'
import { FileOf } from '../../parts/stored-file.tsx'
import { useWords } from '../../words/language.tsx'

interface FileInputProps {
  readonly label: string
  readonly description: string
  readonly error?: string
  readonly isRequired: boolean
  readonly isMany: boolean
  readonly digests: readonly string[]
  readonly onChange: (digests: readonly string[]) => void
  /** What was just stored, for the fields beside it. */
  readonly onStored?: ((file: StoredFile) => void) | undefined
}

/** Files are stored as soon as they are chosen; the record then names them by their digest. */
export function FileInput({ digests, isMany, onChange, onStored, ...shown }: FileInputProps) {
  const { files: words } = useWords()
  const upload = useUploadFile()
  const { label, description, error, isRequired } = shown
  const take = (file: File) =>
    upload.mutate(file, {
      onSuccess: (stored) => {
        const { sha256 } = stored
        onChange(isMany ? [...new Set([...digests, sha256])] : [sha256])
        onStored?.(stored)
      },
    })
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      withAsterisk={isRequired}
      labelElement="div"
    >
      <Stack gap="xs" mt="xs">
        {digests.map((digest) => (
          <div key={digest} className="chosen-file">
            <FileOf digest={digest} />
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onChange(digests.filter((one) => one !== digest))}
            >
              {words.remove}
            </Button>
          </div>
        ))}
        <Refusal error={upload.error} />
        {upload.isPending ? (
          <output className="quiet">{words.busy(upload.variables.name)}</output>
        ) : (
          <DropFile
            label={`${isMany || digests.length === 0 ? words.choose : words.replace}`}
            hint={words.drop}
            about={label}
            onFile={take}
          />
        )}
      </Stack>
    </Input.Wrapper>
  )
}

// SPDX-License-Identifier: EUPL-1.2
import { FileInput, type FileInputProps } from '@mantine/core'
import { useWords } from '../words/language.tsx'

/** One file or several, that can be taken back; an empty field says what it is for. */
export function ChooseFile<Multiple extends boolean = false>(props: FileInputProps<Multiple>) {
  const { chooseFile, account } = useWords()
  const remove = { 'aria-label': account.remove }
  return (
    <FileInput<Multiple> placeholder={chooseFile} clearable clearButtonProps={remove} {...props} />
  )
}

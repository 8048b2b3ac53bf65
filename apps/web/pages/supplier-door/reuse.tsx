// SPDX-License-Identifier: EUPL-1.2
import { Button, FileButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Refusal } from '../../parts/state.tsx'
import { outside, saveAs } from './outside.ts'
import { useSupplierWords } from './words.ts'

/** Their own answers as a signed file, for another customer who asks the same. */
export function SignedCopy({ token }: { readonly token: string }) {
  const { reuse: words } = useSupplierWords()
  const keep = async () => {
    const came = await outside.call('POST /api/v1/questionnaire/export', { body: { token } })
    saveAs(came as unknown as Blob, 'supplier-answers.txt')
  }
  return (
    <Button variant="default" onClick={() => void keep()}>
      {words.keep}
    </Button>
  )
}

/** Answers that were given to another, taken over where nothing stands yet. */
export function TakeOver({ token, writer }: { readonly token: string; readonly writer: string }) {
  const { reuse: words } = useSupplierWords()
  const queries = useQueryClient()
  const brought = useMutation({
    mutationFn: async (file: File) =>
      outside.call('POST /api/v1/questionnaire/import', {
        body: { token, writer, name: file.name.slice(0, 200), text: await file.text() },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['questionnaire'] }),
  })
  const told = brought.data
  return (
    <div className="proof">
      <FileButton onChange={(file) => file !== null && brought.mutate(file)} accept=".txt">
        {(props) => (
          <Button {...props} variant="default" size="xs" loading={brought.isPending}>
            {words.bring}
          </Button>
        )}
      </FileButton>
      <p className="quiet">{words.help}</p>
      {told !== undefined && (
        <p role="status" className={told.verdict === 'intact' ? undefined : 'broken'}>
          {told.verdict === 'intact'
            ? words.taken(told.taken, told.asked_by ?? '')
            : words.changed(told.name)}
        </p>
      )}
      <Refusal error={brought.error} />
    </div>
  )
}

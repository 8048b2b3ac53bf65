// SPDX-License-Identifier: EUPL-1.2
import { useWords } from '../../words/language.tsx'
import type { Register } from './kind-of-page.ts'
import { useLookingWords } from './looking-words.ts'
import { upper } from './page.tsx'
import { Value } from './value.tsx'

interface ChangesProps {
  readonly register: Register
  readonly fields: readonly {
    readonly field: string
    readonly from?: unknown
    readonly to?: unknown
  }[]
  readonly state: { readonly from: string; readonly to: string } | null
}

/** Field by field: what stood there, and what stands there now. */
export function FieldChanges({ register: { kind, tongue }, fields, state }: ChangesProps) {
  const words = useLookingWords()
  const { registers } = useWords()
  if (fields.length === 0 && state === null) return null
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {state !== null && (
            <tr>
              <td>{registers.state}</td>
              <td>{tongue.code(kind.name, state.from)}</td>
              <td>{tongue.code(kind.name, state.to)}</td>
            </tr>
          )}
          {fields.map(({ field: name, from, to }) => {
            const field = kind.fields[name]
            return field === undefined ? null : (
              <tr key={name}>
                <td>{upper(tongue.field(kind.name, name)[0])}</td>
                {[from, to].map((value, at) => (
                  <td key={at === 0 ? 'from' : 'to'}>
                    <Value
                      kind={kind.name}
                      path={name}
                      field={field}
                      value={value}
                      tongue={tongue}
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

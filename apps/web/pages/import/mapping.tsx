// SPDX-License-Identifier: EUPL-1.2
import { Button, Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { kinds } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { type Import, kindOfImport, type Settings } from '../../data/imports.ts'
import { useKept } from '../../data/kept.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { type ImportWords, useImportWords } from '../../words/import.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import type { AtPoint } from './at-point.ts'
import { Problems } from './problems.tsx'

/** What each column is and how the file is read; then the dry run. */
export function Mapping({ found, step, judged }: AtPoint & { readonly judged: () => void }) {
  const { settings } = found
  return settings === null ? null : (
    // Another sheet or heading has other columns: what was chosen for them goes with it.
    <Settling
      key={`${settings.sheet} ${settings.head_line}`}
      found={found}
      settings={settings}
      step={step}
      judged={judged}
    />
  )
}

interface SettlingProps extends AtPoint {
  readonly settings: Settings
  readonly judged: () => void
}

function Settling({ found, settings, step, judged }: SettlingProps) {
  const { table } = useImportWords()
  const [draft, setDraft, forget] = useKept(`draft/mapping/${found.id}`, settings)
  const set = (patch: Partial<Settings>) => setDraft({ ...draft, ...patch })
  const judge = async () => {
    const changed = Object.entries(draft).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(settings[name as keyof Settings]),
    )
    try {
      if (changed.length > 0) {
        await step.mutateAsync({ do: 'settle', settings: Object.fromEntries(changed) })
      }
      await step.mutateAsync({ do: 'judge' })
      forget()
      judged()
    } catch {
      // Shown as the refusal of the step.
    }
  }
  return (
    <>
      <Refusal error={step.error} />
      {found.problems.length > 0 && (
        <details>
          <summary>
            {table.problems} ({found.problems.length})
          </summary>
          <Problems problems={found.problems} />
        </details>
      )}
      <h2>{table.columnsTitle}</h2>
      <p>
        <Glossed text={table.columnsText} />
      </p>
      <Columns found={found} draft={draft} onChange={(columns) => set({ columns })} />
      <Fieldset legend={table.settings} my="md">
        <Reading
          found={found}
          draft={draft}
          set={set}
          elsewhere={(where) => step.mutate({ do: 'settle', settings: where })}
        />
      </Fieldset>
      <Button loading={step.isPending} onClick={() => void judge()}>
        {table.judge}
      </Button>{' '}
      <span className="quiet">{table.judgeText}</span>
    </>
  )
}

interface ColumnsProps {
  readonly found: Import
  readonly draft: Settings
  readonly onChange: (columns: Settings['columns']) => void
}

function Columns({ found, draft, onChange }: ColumnsProps) {
  const { table } = useImportWords()
  const { language } = useLanguage()
  const kind = kindOfImport(found)
  const tongue = registerTongue(language)
  const names = ['id', ...Object.keys(kinds[kind].fields), 'state', 'retired']
  const label = (name: string) =>
    name === 'id' || name === 'state' || name === 'retired'
      ? table[name]
      : upper(tongue.field(kind, name)[0])
  const choose = (at: number, name: string | null) =>
    onChange(
      draft.columns.map((now, other) =>
        // A field is in one column: the last one chosen.
        other === at ? name : now === name ? null : now,
      ),
    )
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{table.column}</th>
            <th scope="col">{table.heading}</th>
            <th scope="col">{table.sample}</th>
            <th scope="col">{table.is}</th>
            <th scope="col">
              <span className="spoken">{table.by.name}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.proposals.map(({ column, heading, sample, name, by }, at) => {
            const chosen = draft.columns[at] ?? null
            const asks = chosen === name && (by === 'near' || by === 'nothing')
            return (
              <tr key={column}>
                <td className="mono">{column}</td>
                <td>{heading}</td>
                <td className="quiet">{sample}</td>
                <td>
                  <NativeSelect
                    size="xs"
                    miw="11rem"
                    aria-label={`${table.is}: ${column} ${heading}`}
                    value={chosen ?? ''}
                    data={[
                      { value: '', label: table.skip },
                      ...names.map((one) => ({ value: one, label: label(one) })),
                    ]}
                    onChange={(event) => choose(at, event.currentTarget.value || null)}
                  />
                </td>
                <td className={asks ? 'ask' : 'quiet'}>
                  {chosen === name ? table.by[by] : table.chosen}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface ReadingProps {
  readonly found: Import
  readonly draft: Settings
  readonly set: (patch: Partial<Settings>) => void
  /** Read again from another place in the file. */
  readonly elsewhere: (where: Partial<Pick<Settings, 'sheet' | 'head_line'>>) => void
}

function Reading({ found, draft, set, elsewhere }: ReadingProps) {
  const { table } = useImportWords()
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="sm">
      {found.sheets.length > 1 && (
        <NativeSelect
          label={table.sheet}
          value={String(draft.sheet)}
          data={found.sheets.map(({ name }, at) => ({ value: String(at + 1), label: name }))}
          onChange={(event) => elsewhere({ sheet: Number(event.currentTarget.value) })}
        />
      )}
      <NativeSelect
        label={table.headLine}
        value={String(draft.head_line)}
        data={[...new Set([1, 2, 3, 4, 5, draft.head_line])].map(String)}
        onChange={(event) => elsewhere({ head_line: Number(event.currentTarget.value) })}
      />
      {choices(table).map(([name, label, words]) => (
        <NativeSelect
          key={name}
          label={label}
          value={draft[name]}
          data={Object.entries(words).map(([value, text]) => ({ value, label: text }))}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label={table.zone}
        value={draft.time_zone}
        onChange={(event) => set({ time_zone: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}

type Choice = 'decimal' | 'dates' | 'empty' | 'rule' | 'retired'

function choices(table: ImportWords['table']) {
  return [
    ['decimal', table.decimal, table.decimals],
    ['dates', table.dates, table.dateOrders],
    ['empty', table.empty, table.empties],
    ['rule', table.rule, table.rules],
    ['retired', table.retiredRule, table.retiredRules],
  ] as const satisfies readonly (readonly [Choice, string, Readonly<Record<string, string>>])[]
}

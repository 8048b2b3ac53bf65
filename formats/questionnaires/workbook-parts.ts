// SPDX-License-Identifier: EUPL-1.2
import { all, attribute, elementAt, readXml } from '../xml/index.ts'

export interface WorkbookParts {
  /** Name of a sheet → where its cells lie in the file. */
  readonly pathOf: ReadonlyMap<string, string>
  /** Names that stand for ranges. */
  readonly ranges: ReadonlyMap<string, string>
}

/** ECMA-376 part 1, 18.2: sheets are named in the workbook and found by its relations. */
export function workbookParts(files: ReadonlyMap<string, Uint8Array>): WorkbookParts {
  const root = rootOf(files, 'xl/workbook.xml')
  const relations = rootOf(files, 'xl/_rels/workbook.xml.rels')
  const targets = new Map(
    all(relations, 'Relationship').flatMap((one) => {
      const [id, target] = [attribute(one, 'Id'), attribute(one, 'Target')]
      return id === undefined || target === undefined ? [] : [[id, inside(target)] as const]
    }),
  )
  const pathOf = new Map<string, string>()
  for (const sheet of all(elementAt(root, 'sheets'), 'sheet')) {
    const name = attribute(sheet, 'name')
    const path = targets.get(sheetRelation(sheet.attributes))
    if (name !== undefined && path !== undefined && files.has(path)) pathOf.set(name, path)
  }
  const ranges = new Map(
    all(elementAt(root, 'definedNames'), 'definedName').map(
      (one) => [attribute(one, 'name') ?? '', one.text] as const,
    ),
  )
  return { pathOf, ranges }
}

/** `r:id`, whose prefix the reader has taken off. */
function sheetRelation(attributes: Readonly<Record<string, string>>): string {
  return attributes['id'] ?? ''
}

function inside(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function rootOf(files: ReadonlyMap<string, Uint8Array>, path: string) {
  const bytes = files.get(path)
  const read = bytes === undefined ? undefined : readXml(bytes)
  return read !== undefined && 'root' in read ? read.root : undefined
}

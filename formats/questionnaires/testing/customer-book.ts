// SPDX-License-Identifier: EUPL-1.2
// A workbook as a customer sends it: instructions first, two sheets laid out differently, lists to
// choose from in three ways, headings merged over two rows, a score that is computed, hidden lists.
import { strToU8, zipSync } from 'fflate'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main'
const xm = 'http://schemas.microsoft.com/office/excel/2006/main'
const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRels = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Questions on the sheet `Organisatie`, from row 6. */
export const dutchQuestions = [
  'Heeft u een informatiebeveiligingsbeleid dat door de directie is goedgekeurd?',
  'Wordt het terugzetten van back-ups regelmatig getest?',
  'Is het productienetwerk gescheiden van het kantoornetwerk?',
  'Binnen hoeveel uur informeert u ons over een incident dat ons raakt?',
] as const

/** Questions on the sheet `Technical (IT & OT)`, from row 4. */
export const englishQuestions = [
  'Is multi-factor authentication required for all remote access?',
  'Do all employees receive security awareness training?',
  'Can you provide a software bill of materials (SBOM) with each delivery?',
] as const

const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function cell(at: string, text: string, style = 0): string {
  const inner = `<is><t xml:space="preserve">${plain(text)}</t></is>`
  return `<c r="${at}" s="${style}" t="inlineStr">${inner}</c>`
}

function sheet(rows: readonly string[], after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${main}" xmlns:r="${rels}"><sheetData>${rows.join('')}</sheetData>${after}</worksheet>`
}

const row = (at: number, cells: readonly string[]) => `<row r="${at}">${cells.join('')}</row>`

function instructions(): string {
  const text = 'Vul per tabblad de gele kolommen in. Vragen? Mail inkoop@klant.example.'
  return sheet([
    row(1, [cell('A1', 'Vragenlijst informatiebeveiliging', 1)]),
    row(3, [cell('A3', text)]),
  ])
}

function organisation(): string {
  const rows = [
    row(1, [cell('A1', 'Deel 1: organisatie', 1)]),
    row(
      3,
      ['A', 'B', 'C', 'D', 'E', 'F'].map((letter, at) =>
        cell(
          `${letter}3`,
          ['Nr', 'Vraag', 'Norm', 'Antwoord leverancier', 'Toelichting', 'Score'][at] ?? '',
          1,
        ),
      ),
    ),
    row(5, [cell('B5', 'Beleid en continuïteit', 1)]),
    ...dutchQuestions.map((text, index) => {
      const at = 6 + index
      return row(at, [
        `<c r="A${at}" s="2"><v>${index + 1}</v></c>`,
        cell(`B${at}`, text, 2),
        cell(`C${at}`, 'A.5', 2),
        `<c r="D${at}" s="3"/>`,
        // The explanation of the first has no cell yet, as programs leave out what is empty.
        ...(index === 0 ? [] : [`<c r="E${at}" s="3"/>`]),
        `<c r="F${at}" s="2"><f>IF(D${at}="Ja",1,0)</f><v>0</v></c>`,
      ])
    }),
  ]
  const list =
    '<dataValidation type="list" allowBlank="1" sqref="D6:D40"><formula1>"Ja,Deels,Nee,N.v.t."</formula1></dataValidation>'
  return sheet(
    rows,
    `<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells><dataValidations count="1">${list}</dataValidations>`,
  )
}

function technical(): string {
  const rows = [
    row(1, [cell('B1', 'Part 2: technical measures', 1)]),
    row(2, [
      cell('A2', '#', 1),
      cell('B2', 'Requirement / question', 1),
      cell('C2', 'Supplier response', 1),
    ]),
    row(3, [cell('C3', 'Yes / No', 1), cell('D3', 'Comments and evidence', 1)]),
    ...englishQuestions.map((text, index) =>
      row(4 + index, [cell(`A${4 + index}`, `T${index + 1}`), cell(`B${4 + index}`, text)]),
    ),
  ]
  const list = `<extLst><ext xmlns:x14="${x14}" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="${xm}" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Lists!$A$1:$A$4</xm:f></x14:formula1><xm:sqref>C4:C40</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`
  return sheet(
    rows,
    `<mergeCells count="3"><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/></mergeCells>${list}`,
  )
}

function lists(): string {
  return sheet(
    ['Fully implemented', 'Partially', 'Not implemented', 'Not applicable'].map((text, at) =>
      row(at + 1, [cell(`A${at + 1}`, text)]),
    ),
  )
}

const sheets = [
  ['Instructie', instructions()],
  ['Organisatie', organisation()],
  ['Technical (IT &amp; OT)', technical()],
  ['Lists', lists()],
] as const

export const sheetNames = { nl: 'Organisatie', en: 'Technical (IT & OT)' } as const

/** The same bytes each time. */
export function customerBook(): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${sheets
      .map(
        (_, at) =>
          `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${packageRels}"><Relationship Id="rId1" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${packageRels}">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${rels}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId9" Type="${rels}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${main}" xmlns:r="${rels}"><sheets>${sheets
      .map(
        ([name], at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${name === 'Lists' ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/styles.xml': `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf fillId="2" applyFill="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`,
    'docProps/custom.xml': '<note>Of the customer, and none of our business</note>',
  }
  for (const [at, [, xml]] of sheets.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = xml
  const bytes = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, strToU8(text)]),
  )
  return zipSync(bytes, { mtime: new Date(1980, 0, 1) })
}

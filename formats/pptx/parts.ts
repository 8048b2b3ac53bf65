// SPDX-License-Identifier: EUPL-1.2
// The parts of a presentation that are the same for every set of slides, as ECMA-376 asks them.

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const type = 'application/vnd.openxmlformats-officedocument.presentationml'
const empty =
  '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>'

export function contentTypes(slides: readonly number[]): string {
  const parts = [
    ['presentation.xml', `${type}.presentation.main+xml`],
    ['slideMasters/slideMaster1.xml', `${type}.slideMaster+xml`],
    ['slideLayouts/slideLayout1.xml', `${type}.slideLayout+xml`],
    ['theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'],
    ...slides.map((number) => [`slides/slide${number}.xml`, `${type}.slide+xml`]),
  ].map(([name, media]) => `<Override PartName="/ppt/${name}" ContentType="${media}"/>`)
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
}

/** Ids run from `rId1` in the order given. */
export function relations(to: readonly (readonly [type: string, target: string])[]): string {
  const all = to.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${kind}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

/** Slides are the relations after those of the master and the theme. */
export function presentation(
  slides: readonly number[],
  { wide, high }: { readonly wide: number; readonly high: number },
): string {
  const list = slides.map((number) => `<p:sldId id="${255 + number}" r:id="rId${number + 2}"/>`)
  return `${declaration}<p:presentation ${spaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${list.join('')}</p:sldIdLst><p:sldSz cx="${wide}" cy="${high}"/><p:notesSz cx="${high}" cy="${wide}"/></p:presentation>`
}

const colours =
  'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
export const master = `${declaration}<p:sldMaster ${spaces}>${empty}<p:clrMap ${colours}/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`
export const layout = `${declaration}<p:sldLayout ${spaces} type="titleOnly">${empty}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`

const palette = [
  ['dk1', '1b2227'],
  ['lt1', 'ffffff'],
  ['dk2', '1d4f7a'],
  ['lt2', 'eef2f4'],
  ['accent1', '1d4f7a'],
  ['accent2', '2f5d46'],
  ['accent3', 'a45200'],
  ['accent4', 'b3261e'],
  ['accent5', '56616a'],
  ['accent6', 'c9d0d5'],
  ['hlink', '1d4f7a'],
  ['folHlink', '56616a'],
]
  .map(([name, rgb]) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`)
  .join('')
const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const line = `<a:ln w="6350">${fill}</a:ln>`
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
export const theme = `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Schouw"><a:themeElements><a:clrScheme name="Schouw">${palette}</a:clrScheme><a:fontScheme name="Schouw"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Schouw"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`

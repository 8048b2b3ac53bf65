// SPDX-License-Identifier: EUPL-1.2

/**
 * The picture with the page's own letters in it: elsewhere others would take their place, and be
 * wider than the room that was left for them. As it was where the letters cannot be had.
 */
export async function withOwnFont(svg: string): Promise<string> {
  const faces = [...document.styleSheets].flatMap(rulesOf).filter(isOurs)
  const written = await Promise.all(faces.map(written64))
  return svg.replace('<title', `<style>${written.join('')}</style><title`)
}

function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules]
  } catch {
    // Of a sheet from elsewhere.
    return []
  }
}

function isOurs(rule: CSSRule): rule is CSSFontFaceRule {
  return rule instanceof CSSFontFaceRule && rule.cssText.includes('Schouw Sans')
}

async function written64({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const source = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1]
  if (source === undefined) return ''
  const came = await fetch(new URL(source, parentStyleSheet?.href ?? document.baseURI))
  const bytes = new Uint8Array(await came.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  const weight = style.getPropertyValue('font-weight') || '400'
  return `@font-face{font-family:"Schouw Sans";font-weight:${weight};src:url(data:font/woff2;base64,${btoa(text)})}`
}

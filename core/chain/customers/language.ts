// SPDX-License-Identifier: EUPL-1.2

const common = {
  nl: /\b(de|het|een|uw|van|en|wordt|worden|zijn|heeft|u|voor|met|hoe|wie|bij)\b/gi,
  en: /\b(the|a|your|of|and|is|are|do|does|you|for|with|how|who|have)\b/gi,
} as const

/** In which language most of it is written. */
export function languageOf(texts: readonly string[]): 'nl' | 'en' {
  const text = texts.join(' ')
  const count = (of: keyof typeof common) => text.match(common[of])?.length ?? 0
  return count('nl') >= count('en') ? 'nl' : 'en'
}

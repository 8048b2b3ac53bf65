// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { othersThan } from '../words/index.ts'
import { useLanguage } from '../words/language.tsx'

/** A button for each language but the one that is spoken, in its own words. */
export function OtherLanguages() {
  const { language, speak } = useLanguage()
  return othersThan(language).map(([one, name]) => (
    <Button key={one} size="compact-xs" variant="default" lang={one} onClick={() => speak(one)}>
      {name}
    </Button>
  ))
}

// SPDX-License-Identifier: EUPL-1.2
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core'

/** One blue, for water; the rest of the interface is ink on paper. */
const water: MantineColorsTuple = [
  '#eaf4fb',
  '#d3e5f2',
  '#a6cbe5',
  '#75afd8',
  '#4f98cd',
  '#388ac6',
  '#2b82c3',
  '#1f5f8b',
  '#1a5580',
  '#0f456b',
]

export const theme: MantineThemeOverride = createTheme({
  colors: { water },
  primaryColor: 'water',
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  fontFamily: '"Schouw Sans", system-ui, sans-serif',
  fontFamilyMonospace: '"Schouw Mono", ui-monospace, monospace',
  headings: { fontFamily: '"Schouw Sans", system-ui, sans-serif', fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // What locks the page behind writes a style that the policy rightly blocks.
    Modal: { defaultProps: { lockScroll: false } },
    // The heading of a dialog is not the banner of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
  },
})

/** Colours by meaning come from `base.css`; what the library draws follows them. */
export const variables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-anchor': 'var(--water)',
    '--mantine-color-error': 'var(--broken)',
    '--mantine-color-placeholder': 'var(--quiet)',
    '--mantine-color-default-border': 'var(--edge)',
  }
  return { variables: {}, light: both, dark: both }
}

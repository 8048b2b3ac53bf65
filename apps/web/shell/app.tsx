// SPDX-License-Identifier: EUPL-1.2
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Problem } from '@schouw/contract/client'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { BrowserRouter } from 'react-router'
import { isEnded } from '../data/session.ts'
import { LanguageProvider } from '../words/language.tsx'
import { firstPage } from './first-page.ts'
import { Pages } from './pages.tsx'
import { theme, variables } from './theme.ts'

/** A session may end under any question or act: then it is looked at again at once. */
const onError = (error: unknown) => {
  if (isEnded(error)) void queries.invalidateQueries({ queryKey: ['session'] })
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A no stays a no; only silence is worth asking again.
      retry: (count, error) => !(error instanceof Problem && error.body.status < 500) && count < 2,
    },
  },
})

/** Resolves when the page can be drawn with what came with it. */
export const ready = firstPage(queries)

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''
const scheme = localStorageColorSchemeManager({ key: 'schouw-scheme' })

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={scheme}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <BrowserRouter>
            <Pages />
          </BrowserRouter>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}

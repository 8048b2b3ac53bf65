// SPDX-License-Identifier: EUPL-1.2
import './shell/library.css'
import './shell/base.css'
import './shell/print.css'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { loadWords } from './words/index.ts'
import { firstLanguage } from './words/language.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no place for the application')
await loadWords(firstLanguage())
createRoot(root).render(<App />)

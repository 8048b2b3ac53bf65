// SPDX-License-Identifier: EUPL-1.2
import './shell/library.css'
import './shell/base.css'
import './shell/print.css'
import { createRoot } from 'react-dom/client'
import { App, ready } from './shell/app.tsx'
import { loadWords } from './words/index.ts'
import { firstLanguage } from './words/language.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no place for the application')
// Not awaited by the module itself: the code of the first page waits until this one is done.
void Promise.all([loadWords(firstLanguage()), ready]).then(() => createRoot(root).render(<App />))

// SPDX-License-Identifier: EUPL-1.2
import '@mantine/core/styles.css'
import './shell/base.css'
import './shell/print.css'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no place for the application')
createRoot(root).render(<App />)

// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Built once at installation, into what the server hands out. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'es2022',
    outDir: join(import.meta.dirname, '../../.cache/web'),
    emptyOutDir: true,
    // Inlined files would need exceptions in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs comes as one file.
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 1000,
  },
  // The thread that reads captures is a module like every other script.
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})

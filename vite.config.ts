/**
 * The application in the browser: `src/web` → `dist/web`.
 *
 * Offices run Chromium-based browsers from 86 on. `cssTarget` keeps the CSS readable for them; the polyfills bring the
 * functions that lowering the syntax does not bring. They are named one by one: the plugin's own search guesses by the
 * name of a method and brings forty more that nobody calls.
 */
import legacy from '@vitejs/plugin-legacy'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** What `lib: ES2023` (tsconfig.json) lets the sources call and Chromium 86 does not have. */
const polyfills = [
  'es.array.at',
  'es.array.find-last',
  'es.array.find-last-index',
  'es.array.to-reversed',
  'es.array.to-sorted',
  'es.array.to-spliced',
  'es.array.with',
  'es.object.has-own',
  'es.string.at-alternative',
]

export default defineConfig({
  root: 'src/web',
  publicDir: false,
  plugins: [react(), legacy({ renderLegacyChunks: false, modernTargets: 'chrome>=86', modernPolyfills: polyfills })],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    cssTarget: 'chrome86',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    // Values of core that pages use lie beside schemas. Making a schema changes nothing: one that no page uses is left out, and
    // zod with it (14 kB of the first load).
    rolldownOptions: { treeshake: { manualPureFunctions: ['z'] } },
  },
})

/**
 * The application in the browser: `src/web` → `dist/web`.
 *
 * Offices run Chromium-based browsers from 86 on. `cssTarget` keeps the CSS readable for them; the polyfills bring the
 * functions that lowering the syntax does not bring (Array.at, Object.hasOwn, structuredClone …).
 */
import legacy from '@vitejs/plugin-legacy'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'src/web',
  publicDir: false,
  plugins: [react(), legacy({ renderLegacyChunks: false, modernTargets: 'chrome>=86', modernPolyfills: true })],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    cssTarget: 'chrome86',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
  },
})

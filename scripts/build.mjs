/**
 * Builds the product into dist/: `npm run build`. The server side by esbuild, the browser side by vite, at the same time.
 *
 *   dist/main.js             the server                dist/cli.js   the command line
 *   dist/document-worker.js  reads documents apart     dist/web/     the application in the browser
 *   dist/reading-worker.js   parses long texts apart   dist/migrations/  numbered SQL
 *
 * Everything is built beside dist/ and moved there at the end: a build that is cut short leaves the old one in place.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))

const serverEntries = {
  main: 'src/main.ts',
  cli: 'src/cli/main.ts',
  'document-worker': 'src/adapters/documents/document-worker.ts',
  'reading-worker': 'src/adapters/reading/reading-worker.ts',
}

/**
 * @param {{ quiet?: boolean }} options quiet: print errors alone
 * @returns {Promise<void>} rejects when something does not compile
 */
export async function build({ quiet = false } = {}) {
  const part = join(root, `.cache/dist-${process.pid}`)
  const old = `${part}-old`
  mkdirSync(part, { recursive: true })
  try {
    await Promise.all([buildServer(part), buildWeb(part, quiet)])
    cpSync(join(root, 'migrations'), join(part, 'migrations'), { recursive: true })
    if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old)
    renameSync(part, join(root, 'dist'))
  } finally {
    for (const folder of [part, old]) rmSync(folder, { recursive: true, force: true })
  }
}

async function buildServer(outdir) {
  const esbuild = await import('esbuild')
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: serverEntries,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: '[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
    sourcemap: true,
    // Packages in CommonJS ask for `require`, which does not exist in a module.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    // An optional part of a package, never installed; and pictures, which bring machine code and may be missing.
    // typescript: asked for by a package of the scheduler that could read its settings from TypeScript; ours are values.
    external: ['pg-native', 'sharp', 'typescript'],
  })
}

async function buildWeb(outdir, quiet) {
  const vite = await import('vite')
  // Vite builds what this variable says; under a test runner that would be React's development version, twice as heavy.
  process.env.NODE_ENV = 'production'
  await vite.build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'src/web'),
    logLevel: quiet ? 'error' : 'warn',
    build: { outDir: join(outdir, 'web') },
  })
  await compress(join(outdir, 'web/assets'))
}

/** A compressed copy beside each asset, made once instead of at each request. Gzip: over plain http browsers ask for no other. */
async function compress(folder) {
  const zip = promisify(gzip)
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name))
    if (bytes.length > 1000) writeFileSync(join(folder, `${name}.gz`), await zip(bytes, { level: 9 }))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const begun = performance.now()
  await build({ quiet: process.argv.includes('--quiet') })
  console.log(`built in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

/**
 * Rules about files that no linter knows: no file over 500 lines, no folder or file whose name says nothing about what
 * is in it, names in kebab-case.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './set-up.mjs'

const longest = 500
const saysNothing = /^(utils?|helpers?|common|shared|services?|types|misc|lib)$/
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/

const sources = ['src', 'test', 'fixtures', 'scripts'].flatMap(sourcesUnder)

function sourcesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourcesUnder(path)
    return /\.(ts|tsx|mjs|mts|css)$/.test(path) ? [path] : []
  })
}

const problems = []
for (const file of sources) {
  const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1
  if (lines > longest)
    problems.push(`${file}: ${lines} lines; split it by what its parts are about (at most ${longest})`)
  const parts = file.split('/')
  const vague = parts.find((part) => saysNothing.test(part.replace(/\..*$/, '')))
  if (vague !== undefined)
    problems.push(`${file}: “${vague}” says nothing about what is inside; name it after its one subject`)
  if (!kebab.test(basename(file))) problems.push(`${file}: name files in kebab-case after their one export`)
}
if (problems.length > 0) {
  console.log(problems.join('\n'))
  process.exitCode = 1
}

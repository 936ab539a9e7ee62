/** `bihuan verify`: checks the history of every tenant, or writes it out for somebody who checks it without Bihuan. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { faultSentence } from '../core/history/fault-sentence.ts'
import type { Language } from '../core/proofread/diagnostic.ts'
import { openOutside } from '../main.ts'
import { checkHistory } from '../usecases/check-history.ts'
import { exportHistory } from '../usecases/export-history.ts'
import { errorCode } from './read-input.ts'
import { Unusable } from './unusable.ts'
import { words } from './words.ts'

export type VerifyOptions = { tenant: number; json: boolean; export: string | undefined; language: Language }

/** Exit status 0 when everything fits (or was written out), 1 with any fault. */
export async function runVerify({ tenant, json, export: file, language }: VerifyOptions): Promise<number> {
  const text = words[language]
  const { outside, close } = await openOutside()
  try {
    if (file !== undefined) {
      await write(file, Readable.from(exportHistory(outside, tenant)), language)
      process.stderr.write(`${text.written(file)}\n`)
      return 0
    }
    const report = await checkHistory(outside, tenant, (events) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${text.verified(events)}`)
    })
    if (process.stderr.isTTY) process.stderr.write('\r')
    if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else {
      process.stdout.write(`${text.verifySummary(report)}\n`)
      for (const fault of report.faults) process.stdout.write(`✗ ${faultSentence(fault, language)}\n`)
      process.stdout.write(`${report.faultCount === 0 ? text.historyWhole : text.historyBroken(report.faultCount)}\n`)
    }
    return report.faultCount === 0 ? 0 : 1
  } finally {
    await close()
  }
}

async function write(path: string, lines: Readable, language: Language): Promise<void> {
  try {
    await pipeline(lines, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    const code = errorCode(error)
    if (!/^E[A-Z]+$/.test(code)) throw error
    throw new Unusable(words[language].notWritable(path, code))
  }
}

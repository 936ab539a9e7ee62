/**
 * Heads of the history, outside the database: `<folder>/tenant-N.jsonl`, one line each, appended and flushed. Put the folder
 * (BIHUAN_CHECKPOINTS) on another machine or on paper: whoever can change both database and this folder can rewrite both.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Checkpoint, digestAlgorithms } from '../../core/history/seal.ts'
import type { Sealing } from '../../usecases/ports/history.ts'

const lineSchema = z.object({
  tenantId: z.number().int(),
  number: z.number().int(),
  algorithm: z.enum(digestAlgorithms),
  sealedAt: z.string(),
  head: z.string(),
  keyId: z.string(),
  signature: z.string(),
})

export function checkpointFiles(folder: string): Sealing['checkpoints'] {
  const fileOf = (tenantId: number): string => join(folder, `tenant-${tenantId}.jsonl`)
  return {
    async append(checkpoint) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(fileOf(checkpoint.tenantId), `${JSON.stringify(checkpoint)}\n`, {
        flag: 'a',
        mode: 0o600,
        flush: true,
      })
    },
    async read(tenantId) {
      const text = await readFile(fileOf(tenantId), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return ''
        throw error
      })
      return text.split('\n').flatMap((line) => checkpointIn(line))
    },
  }
}

/** A line that a power cut left half-written is no checkpoint. */
function checkpointIn(line: string): Checkpoint[] {
  try {
    return [lineSchema.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

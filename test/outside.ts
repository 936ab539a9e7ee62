/** Everything a use case needs, real, on a world's database; the clock is set by the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { channels } from '../src/adapters/channels/channels.ts'
import { readBook } from '../src/adapters/documents/read-book.ts'
import { readDocument } from '../src/adapters/documents/read-document.ts'
import { readSheet } from '../src/adapters/documents/read-sheet.ts'
import { writeBook } from '../src/adapters/documents/write-book.ts'
import { writeSheet } from '../src/adapters/documents/write-sheet.ts'
import { checkpointFiles } from '../src/adapters/files/checkpoint-files.ts'
import { diskFiles } from '../src/adapters/files/disk-files.ts'
import { pictures } from '../src/adapters/pictures/pictures.ts'
import { readNotice } from '../src/adapters/reading/read-notice.ts'
import { digestOfText } from '../src/adapters/secrets/digest.ts'
import { scryptSecrets } from '../src/adapters/secrets/secrets.ts'
import { signingKey } from '../src/adapters/secrets/signing-key.ts'
import { otpauthCodes } from '../src/adapters/secrets/time-codes.ts'
import { aesVault } from '../src/adapters/secrets/vault.ts'
import { type Assignment, blind } from '../src/core/access/policy.ts'
import { securitySettingsOf } from '../src/core/account/settings.ts'
import type { DigestAlgorithm } from '../src/core/history/seal.ts'
import type { Sealing } from '../src/usecases/ports/history.ts'
import type { Outside, Visitor } from '../src/usecases/ports.ts'
import { newSession } from '../src/usecases/sign-in.ts'
import { testNow } from './builders.ts'
import type { World } from './world.ts'

export type TestOutside = Outside & {
  /** Moves the clock. */
  setNow(now: Date): void
  filesFolder: string
  close(): void
}

/** Hashes of passwords cost milliseconds here instead of a fifth of a second. */
export const quickSecrets = scryptSecrets({ ln: 4, r: 8, p: 1 })

/** Keys and checkpoints in a folder of the test. */
export const sealingIn = (folder: string, algorithm: DigestAlgorithm = 'sha256'): Sealing => {
  const checkpoints = join(folder, 'checkpoints')
  return {
    algorithm,
    digest: digestOfText,
    ...signingKey(join(folder, 'keys'), checkpoints),
    checkpoints: checkpointFiles(checkpoints),
  }
}

export function outsideOf(world: World): TestOutside {
  const filesFolder = mkdtempSync(join(tmpdir(), 'bihuan-files-'))
  let now = testNow
  return {
    now: () => now,
    setNow: (next) => {
      now = next
    },
    data: world.data,
    files: diskFiles(filesFolder),
    pictures: pictures(),
    secrets: quickSecrets,
    vault: aesVault(Buffer.alloc(32, 1)),
    timeCodes: otpauthCodes,
    singleSignOn: null,
    changes: world.changes,
    sealing: sealingIn(filesFolder),
    documents: {
      readLines: (bytes, name) => readDocument(bytes, name),
      read: (lines) => readNotice(lines),
      readSheet: (bytes, name) => readSheet(bytes, name),
      writeSheet,
      readBook: (bytes, name) => readBook(bytes, name),
      writeBook,
    },
    channels: channels({ smtp: null, publicUrl: null, robotRelay: null }),
    filesFolder,
    close: () => rmSync(filesFolder, { recursive: true, force: true }),
  }
}

/** Somebody signed in with these roles, and the token of their session. */
export async function aVisitor(
  world: World,
  outside: Outside,
  tenantId: number,
  assignments: Assignment[] = [{ role: 'office', unitId: null, inspectionId: null }],
): Promise<{ visitor: Visitor; token: string }> {
  const personId = await world.anAccount(tenantId, { assignments })
  const settings = securitySettingsOf(null)
  const { token, stored } = newSession(outside, settings)
  await world.data.inTenant({ tenantId, sight: blind }, ({ accounts }) =>
    accounts.openSession({ ...stored, personId }, settings.sessionsPerPerson),
  )
  const visitor = await world.data.read.visitor(tenantId, stored.tokenHash, outside.now())
  if (visitor === null) throw new Error('the session was not kept')
  return { visitor, token }
}

#!/usr/bin/env node
/**
 * Checks an exported history of Bihuan without Bihuan: needs this file and Node alone.
 *
 *     node verify-history.mjs HISTORY.jsonl [--checkpoints FOLDER]
 *
 * HISTORY.jsonl comes from `bihuan verify --export`; FOLDER holds `tenant-N.jsonl` (heads copied while the history grew) and the
 * public keys `KEYID.pem`. Take that folder from somebody else than the one who gave you the history.
 * Exit status: 0 everything fits, 1 something does not, 2 cannot be read.
 *
 * The rules, which this file follows on its own:
 * - digest of an event: over JSON with names in order and no blanks of all its fields but `id`, `kind`, `algorithm`, `digest` and
 *   `waits`, together with `tenantId`;
 * - head of a seal: digest of the lines `bihuan-seal-1`, tenant, number, algorithm, sealedAt, previous head, then `id:digest` of
 *   each event;
 * - signature: Ed25519 over the lines `bihuan-checkpoint-1`, tenant, number, sealedAt, head.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const [file, option, folder] = process.argv.slice(2)
if (!file || (option !== undefined && option !== '--checkpoints') || (option && !folder)) {
  console.error('node verify-history.mjs HISTORY.jsonl [--checkpoints FOLDER]')
  process.exit(2)
}

const faults = []
const fault = (zh, en) => faults.push(`${zh} / ${en}`)
const digest = (algorithm, text) => createHash(algorithm).update(text).digest('hex')

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const names = Object.keys(value).filter((name) => value[name] !== undefined)
  names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

const keys = new Map()
for (const name of folder ? readdirSync(folder) : []) {
  if (!name.endsWith('.pem')) continue
  const pem = readFileSync(join(folder, name), 'utf8')
  keys.set(createHash('sha256').update(pem.trim()).digest('hex').slice(0, 16), createPublicKey(pem))
}
let unknownKeys = 0
function isSigned(tenantId, { number, sealedAt, head, keyId, signature }) {
  const key = keys.get(keyId)
  if (key === undefined) unknownKeys += 1
  const text = ['bihuan-checkpoint-1', tenantId, number, sealedAt, head].join('\n')
  return key === undefined || verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
}

let tenantId = null
let last = { number: 0, head: '' }
let events = 0
let waiting = 0
const heads = new Map()
/** Events since the last seal: the next seal names them. */
const pending = new Map()

for await (const text of createInterface({ input: createReadStream(file) })) {
  if (text.trim() === '') continue
  const { kind, ...value } = parsed(text)
  if (kind === 'bihuan-history' && value.version === 1) tenantId = value.tenantId
  else if (tenantId === null) unreadable()
  else if (kind === 'event') {
    events += 1
    if (pending.has(value.id)) fault(`事件 ${value.id} 出现两次`, `event ${value.id} stands there twice`)
    pending.set(value.id, value)
  } else if (kind === 'seal') checkSeal(value)
  else unreadable()
}
if (tenantId === null) unreadable()
for (const event of pending.values()) {
  if (event.waits === true) waiting += 1
  else fault(`事件 ${event.id} 不在任何封存中`, `event ${event.id} is in no seal`)
  if (digestOf(event) !== event.digest) fault(`事件 ${event.id} 的内容被改动`, `event ${event.id} was changed`)
}
const checkpoints = readCheckpoints()
for (const checkpoint of checkpoints) {
  const { number, head } = checkpoint
  if (!isSigned(tenantId, checkpoint))
    fault(`检查点 ${number} 的签名不对`, `the signature of checkpoint ${number} is wrong`)
  if (number > last.number)
    fault(
      `检查点有第 ${number} 号封存，历史只到第 ${last.number} 号：末尾被截去`,
      `a checkpoint names seal ${number}, the history ends with ${last.number}: its end was cut off`,
    )
  else if (heads.get(number) !== head)
    fault(`第 ${number} 号封存与检查点不符`, `seal ${number} differs from its checkpoint`)
}

console.log(`事件 ${events}，封存 ${last.number}，未封存 ${waiting}，检查点 ${checkpoints.length}`)
console.log(`${events} events, ${last.number} seals, ${waiting} not sealed yet, ${checkpoints.length} checkpoints`)
if (unknownKeys > 0)
  console.log(`没有公钥，${unknownKeys} 个签名未核对 / ${unknownKeys} signatures were not checked: no public key`)
for (const sentence of faults) console.log(`✗ ${sentence}`)
console.log(faults.length === 0 ? '一致 / everything fits' : `${faults.length} 处不符 / ${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)

function digestOf({ id: _, algorithm, digest: __, waits: ___, ...content }) {
  return digest(algorithm, canonical({ tenantId, ...content }))
}

function checkSeal(seal) {
  const { number, algorithm, sealedAt, previous, head } = seal
  for (let missing = last.number + 1; missing < number; missing++)
    fault(`缺少第 ${missing} 号封存`, `seal ${missing} is missing`)
  if (number <= last.number || (number === last.number + 1 && (previous ?? '') !== last.head))
    fault(`第 ${number} 号封存不接上一号`, `seal ${number} does not follow the one before`)
  const text = ['bihuan-seal-1', tenantId, number, algorithm, sealedAt, previous ?? '']
  for (const event of seal.events) text.push(`${event.id}:${event.digest}`)
  if (digest(algorithm, text.join('\n')) !== head) fault(`第 ${number} 号封存被改动`, `seal ${number} was changed`)
  else if (!isSigned(tenantId, seal)) fault(`第 ${number} 号封存的签名不对`, `the signature of seal ${number} is wrong`)
  for (const { id, digest: written } of seal.events) {
    const event = pending.get(id)
    pending.delete(id)
    if (event === undefined) fault(`事件 ${id} 被删除`, `event ${id} was removed`)
    else if (event.digest !== written || digestOf(event) !== written)
      fault(`事件 ${id} 的内容被改动`, `event ${id} was changed`)
  }
  heads.set(number, head)
  last = { number, head }
}

function readCheckpoints() {
  const place = folder && join(folder, `tenant-${tenantId}.jsonl`)
  if (!place || !existsSync(place)) return []
  const lines = readFileSync(place, 'utf8').split('\n')
  return lines.filter((text) => text.endsWith('}')).map((text) => parsed(text))
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return unreadable()
  }
}

function unreadable() {
  console.error(`${file} 不是闭环导出的历史 / is not a history exported by Bihuan`)
  process.exit(2)
}

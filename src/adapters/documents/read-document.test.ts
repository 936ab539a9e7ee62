import { describe, expect, it } from 'vitest'
import { Refusal } from '../../core/refusal.ts'
import { readDocument } from './read-document.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
/** “云岭区” in GB18030. */
const YUNLING_GB = [0xd4, 0xc6, 0xc1, 0xeb, 0xc7, 0xf8]

async function refusalOf(bytes: Uint8Array, name: string, limits = {}): Promise<Refusal> {
  const error = await readDocument(bytes, name, limits).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error(`expected a refusal, got ${String(error)}`)
  expect(error.facts.name).toBe(name)
  return error
}

describe('plain text', () => {
  it('is read as UTF-8, with or without mark, and keeps every line as it is', async () => {
    const text = '\ufeff云岭区通报\r\n\r\n  一、总体情况\t一\r二\n'
    const { format, encoding, lines } = await readDocument(utf8(text), '通报.txt')
    expect({ format, encoding }).toEqual({ format: 'txt', encoding: 'utf-8' })
    expect(lines).toEqual(['云岭区通报', '', '  一、总体情况\t一', '二'])
  })

  it('is read as GB18030 when it is not UTF-8', async () => {
    const bytes = Uint8Array.from([...YUNLING_GB, 0x0a, ...YUNLING_GB, 0x80])
    expect(await readDocument(bytes, 'a.txt')).toEqual({
      format: 'txt',
      encoding: 'gb18030',
      lines: ['云岭区', '云岭区€'],
    })
  })

  it('is read as UTF-16 when its mark says so', async () => {
    const little = Buffer.from('\ufeff云岭区\n通报', 'utf16le')
    expect(await readDocument(little, 'a.txt')).toMatchObject({ encoding: 'utf-16le', lines: ['云岭区', '通报'] })
    expect(await readDocument(Buffer.from(little).swap16(), 'a.txt')).toMatchObject({
      encoding: 'utf-16be',
      lines: ['云岭区', '通报'],
    })
  })

  it('is refused with the line that is in no known encoding', async () => {
    const oneBadLine = Uint8Array.from([...utf8('一、云岭区\n二、通报\n'), ...YUNLING_GB, 0x0a, ...utf8('三、整改')])
    const cutOff = Uint8Array.from([...YUNLING_GB, 0x0a, ...YUNLING_GB, 0xd4])
    // 「中文編碼測試」 in Big5.
    const big5 = Uint8Array.from([0xa4, 0xa4, 0xa4, 0xe5, 0xbd, 0x73, 0xbd, 0x58, 0xb4, 0xfa, 0xb8, 0xd5])
    expect(await refusalOf(oneBadLine, 'a.txt')).toMatchObject({ code: 'document.encoding', facts: { line: 3 } })
    expect(await refusalOf(cutOff, 'a.txt')).toMatchObject({ code: 'document.encoding', facts: { line: 2 } })
    expect(await refusalOf(big5, 'a.txt')).toMatchObject({ code: 'document.encoding', facts: { line: 1 } })
  })

  it('is refused with the line that holds a control character, which no text has', async () => {
    const late = `${'云岭区\n'.repeat(20_000)}甲\u0000乙`
    expect(await refusalOf(utf8('甲\n乙\u0000'), 'a.txt')).toMatchObject({
      code: 'document.encoding',
      facts: { line: 2 },
    })
    expect(await refusalOf(utf8(late), 'a.txt')).toMatchObject({ code: 'document.encoding', facts: { line: 20_001 } })
    expect(await refusalOf(Buffer.from('\ufeff甲\n\u0000乙', 'utf16le'), 'a.txt')).toMatchObject({ facts: { line: 2 } })
  })

  it('is refused when there is nothing in it', async () => {
    expect((await refusalOf(new Uint8Array(), 'a.txt')).code).toBe('document.empty')
    expect((await refusalOf(utf8('\ufeff \n\u3000\n'), 'a.txt')).code).toBe('document.empty')
  })

  it('is refused above the limit before it is looked at', async () => {
    expect(await refusalOf(new Uint8Array(1024 * 1024 + 1), 'a.txt', { maxMb: 1 })).toMatchObject({
      code: 'document.tooLarge',
      facts: { limitMb: 1 },
    })
  })
})

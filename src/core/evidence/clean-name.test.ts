import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName, longestName } from './clean-name.ts'

test('paths, control characters and turned reading directions are taken out', () => {
  expect(cleanName('../../etc/验收单.pdf')).toBe('验收单.pdf')
  expect(cleanName('C:\\照片\\补植后.jpg')).toBe('补植后.jpg')
  expect(cleanName('现场\r\nSet-Cookie: a\0.jpg')).toBe('现场Set-Cookie a.jpg')
  expect(cleanName('清点\u202efdp.exe')).toBe('清点fdp.exe')
  expect(cleanName('con.txt')).toBe('_con.txt')
  expect(cleanName('....')).toBe('_')
})

test('a name of 255 characters is cut and keeps its extension', () => {
  const cut = cleanName(`${'绿'.repeat(251)}.jpg`)
  expect([...cut]).toHaveLength(longestName)
  expect(cut.endsWith('绿.jpg')).toBe(true)
})

test('whatever comes in, what comes out is a name, and stays as it is when cleaned again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const name = cleanName(given)
      expect(name).not.toBe('')
      expect(name).not.toMatch(/[\\/\r\n"]/)
      expect([...name].length).toBeLessThanOrEqual(longestName)
      expect(cleanName(name)).toBe(name)
    }),
  )
})

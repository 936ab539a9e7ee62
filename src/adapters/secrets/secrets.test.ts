import { expect, test } from 'vitest'
import { scryptSecrets } from './secrets.ts'

const quick = scryptSecrets({ ln: 4, r: 8, p: 1 })

test('a password fits its own hash alone, however its characters are composed', async () => {
  const hash = await quick.hashPassword('Café-绿地-2024')
  expect(await quick.verifyPassword('Cafe\u0301-绿地-2024', hash)).toBe(true)
  expect(await quick.verifyPassword('Café-绿地-2025', hash)).toBe(false)
  expect(await quick.hashPassword('Café-绿地-2024')).not.toBe(hash)
})

test('the hash names its method and cost; one of another cost is still checked, and known to be outdated', async () => {
  const strong = scryptSecrets()
  const hash = await strong.hashPassword('Yunling-2024x')
  expect(hash).toMatch(/^scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/)
  const old = await quick.hashPassword('Yunling-2024x')
  expect(await strong.verifyPassword('Yunling-2024x', old)).toBe(true)
  expect([strong.isOutdated(old), strong.isOutdated(hash), quick.isOutdated(hash)]).toEqual([true, false, false])
})

test('what is no hash fits nothing', async () => {
  for (const hash of ['', 'none', 'scrypt$ln=4,r=8,p=1$$', 'scrypt$ln=4,r=8,p=1$c2FsdA$a2V5', 'md5$x'])
    expect(await quick.verifyPassword('Yunling-2024x', hash)).toBe(false)
})

test('tokens are 32 random bytes', () => {
  expect(quick.token()).toMatch(/^[\w-]{43}$/)
  expect(quick.token()).not.toBe(quick.token())
  expect(quick.digest('x')).toHaveLength(32)
})

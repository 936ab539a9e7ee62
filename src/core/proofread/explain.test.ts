import { describe, expect, it } from 'vitest'
import { explain, ruleList } from './explain.ts'

describe('explain', () => {
  it('tells why, how to fix and an example, in the language asked for', () => {
    expect(explain('count/rate', 'zh')).toMatch(/为什么[\s\S]*怎么改[\s\S]*例/)
    expect(explain('count/rate', 'en')).toMatch(/Why[\s\S]*How to fix[\s\S]*Example/)
  })

  it('knows every code in its list and no other', () => {
    const codes = ruleList('zh').map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const code of codes) expect(explain(code, 'zh')).toContain(code)
    expect(explain('count/nothing', 'zh')).toBeNull()
  })
})

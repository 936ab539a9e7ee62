import { describe, expect, test } from 'vitest'
import { documentsOf } from './documents.ts'
import { shadeOf, wholeLine } from './shade.ts'

function read(text: string): string[] {
  const line = wholeLine(shadeOf(text, 1))
  return line ? documentsOf(line).map(({ title, verb, verbText }) => `${title}|${verb}|${verbText}`) : []
}

describe('documents and their verbs', () => {
  test.each([
    ['制定《云岭区巡查办法》', ['云岭区巡查办法|made|制定']],
    ['研究制定出台了《巡查办法》', ['巡查办法|made|制定出台']],
    ['修订并落实《甲办法》《乙办法》', ['甲办法|revised|修订并落实', '乙办法|revised|修订并落实']],
    ['印发《工作方案》', ['工作方案|issued|印发']],
    ['废止《旧办法》', ['旧办法|repealed|废止']],
    [
      '集中学习新修的《条例》和《章程》1次，《准则》1次',
      ['条例|studied|学习', '章程|studied|学习', '准则|studied|学习'],
    ],
    ['根据《条例》及《细则》有关规定', ['条例|followed|根据', '细则|followed|根据']],
    ['对《考核办法》进行修订', ['考核办法|revised|修订']],
    ['将《旧规定》予以废止', ['旧规定|repealed|废止']],
    ['开展《民法典》等学习', ['民法典|studied|学习']],
    ['观看《警示录》', ['警示录|mentioned|null']],
    ['学习《条例》。观看《警示录》', ['条例|studied|学习', '警示录|mentioned|null']],
    ['转发《关于印发〈工作规则〉的通知》', ['关于印发〈工作规则〉的通知|issued|转发']],
    ['出台《关于学习《条例》的意见》', ['关于学习《条例》的意见|made|出台']],
    ['出台《工程“段长”负责制》', ['工程“段长”负责制|made|出台']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test('a mark without its partner makes no document', () => {
    expect(read('制定《甲办法，修订《乙办法》。')).toEqual(['乙办法|revised|修订'])
    expect(read('《》和》')).toEqual([])
  })
})

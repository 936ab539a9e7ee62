import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { judgeFile } from './judge-file.ts'

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return ''
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error)
  }
}

test('a file keeps its name when its bytes are of the kind that the name says', () => {
  expect(judgeFile('jpg', '补植后.JPG')).toEqual({ name: '补植后.JPG', mediaType: 'image/jpeg' })
  expect(judgeFile('jpg', '微信截图.png').mediaType).toBe('image/jpeg')
  expect(judgeFile('doc', '报告.wps').mediaType).toBe('application/msword')
  expect(judgeFile('txt', '清点.csv').mediaType).toBe('text/csv')
})

test('a name without an extension gets that of its bytes', () => {
  expect(judgeFile('png', '截图').name).toBe('截图.png')
  expect(judgeFile('pdf', '2024.9.1').name).toBe('2024.9.1.pdf')
})

test('a program under the name of a photo, and a photo under the name of a PDF, are refused', () => {
  expect(codeOf(() => judgeFile({ other: 'EXE' }, '现场.jpg'))).toBe('evidence.notAsNamed')
  expect(codeOf(() => judgeFile('jpg', '验收单.pdf'))).toBe('evidence.notAsNamed')
  expect(codeOf(() => judgeFile({ other: 'SVG' }, '图.svg'))).toBe('evidence.unknownType')
  expect(codeOf(() => judgeFile('txt', '网页.html'))).toBe('evidence.unknownType')
})

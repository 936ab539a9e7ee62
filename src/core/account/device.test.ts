import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36'

test('browser and system are named as people know them', () => {
  expect(deviceOf(windows)).toEqual({ browser: 'Chrome', system: 'Windows' })
  expect(deviceOf(`${windows} Edg/120.0.0.0`)).toEqual({ browser: 'Edge', system: 'Windows' })
  expect(deviceOf(`${windows} QIHU 360SE`)).toEqual({ browser: '360', system: 'Windows' })
  expect(
    deviceOf('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0 Safari/537.36 UOS'),
  ).toEqual({ browser: 'Chrome', system: '统信 UOS' })
  expect(
    deviceOf(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0',
    ),
  ).toEqual({ browser: '微信 WeChat', system: 'iPhone' })
})

test('what says nothing of itself has no name', () => {
  expect(deviceOf(null)).toEqual({ browser: null, system: null })
  expect(deviceOf('curl/8.0')).toEqual({ browser: null, system: null })
})

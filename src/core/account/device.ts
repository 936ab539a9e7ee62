/** What a browser says of itself, read for people: enough to recognise one's own session in a list. */

export type Device = { browser: string | null; system: string | null }

/** The first that matches names it: browsers built on another one name that one too. */
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger\//, '微信 WeChat'],
  [/DingTalk\//i, '钉钉 DingTalk'],
  [/360SE|360EE|QIHU/i, '360'],
  [/QQBrowser\//, 'QQ'],
  [/MetaSr|SogouMobile/, '搜狗 Sogou'],
  [/HuaweiBrowser\//, '华为 Huawei'],
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/UOS/, '统信 UOS'],
  [/Kylin/i, '麒麟 Kylin'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙 HarmonyOS'],
  [/Windows NT/, 'Windows'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

const first = (userAgent: string, names: readonly [RegExp, string][]): string | null =>
  names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null

export const deviceOf = (userAgent: string | null): Device => ({
  browser: first(userAgent ?? '', browsers),
  system: first(userAgent ?? '', systems),
})

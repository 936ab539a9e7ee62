import { aNotice, type Fixtures } from '../fixture.ts'

const withMeasure = (measure: string): string =>
  aNotice({ findings: `1.规范变更管理。一是核减工程款31.5万元。二是${measure}。` })

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'a villager who reported, by surname',
      text: withMeasure('对村民周某某举报的苗木短缺问题，补栽苗木15株'),
      at: ['村民周某某举报'],
    },
  ],
  negative: [
    { says: 'reported by the public', text: withMeasure('根据群众举报，补栽苗木15株') },
    { says: 'protection of petitioners', text: withMeasure('出台保护举报人的规定1件') },
  ],
}

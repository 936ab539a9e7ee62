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
    {
      says: 'one named of several who complained',
      text: withMeasure('李大海等5人反映的补偿问题已解决'),
      at: ['李大海等5人反映'],
    },
    { says: 'a surname without office', text: withMeasure('周某某反映的苗木短缺问题已解决'), at: ['周某某反映'] },
  ],
  negative: [
    { says: 'reported by the public', text: withMeasure('根据群众举报，补栽苗木15株') },
    { says: 'protection of petitioners', text: withMeasure('出台保护举报人的规定1件') },
    { says: 'visitors and party members complained', text: withMeasure('游客等5人反映、党员群众反映的问题已解决') },
  ],
}

import { aNotice, type Fixtures } from '../fixture.ts'

const withMeasure = (measure: string): string =>
  aNotice({ findings: `1.规范变更管理。一是核减工程款31.5万元。二是${measure}。` })

export const fixtures: Fixtures = {
  positive: [
    { says: 'mass petition', text: withMeasure('化解因征地补偿引发的集体上访1起'), at: ['集体上访'] },
    { says: 'a secret file', text: withMeasure('清理机密级文件3份'), at: ['机密级'] },
  ],
  negative: [
    { says: 'training in secrecy', text: withMeasure('开展保密教育2次，补办变更手续4份') },
    { says: 'an ordinary petition office', text: withMeasure('会同区信访局补办变更手续4份') },
  ],
}

import { aNotice, type Fixtures } from '../fixture.ts'

const withMeasure = (measure: string): string => aNotice({ findings: `1.规范变更管理。一是${measure}。` })

export const fixtures: Fixtures = {
  positive: [
    { says: 'a rate rises to less', text: withMeasure('复验合格率由82%提高到79%'), at: ['由82%提高到79%'] },
    {
      says: 'a time is shortened to more',
      text: withMeasure('办理时限从10个工作日压缩至15个工作日'),
      at: ['压缩至15个工作日'],
    },
    { says: 'a number grows to what it was', text: withMeasure('巡查由每月4次增加到4次'), at: ['增加到4次'] },
  ],
  negative: [
    { says: 'a rate rises', text: withMeasure('复验合格率由79%提高到82%') },
    { says: 'a time is shortened', text: withMeasure('办理时限从15个工作日压缩至10个工作日') },
    { says: 'another unit', text: withMeasure('办理时限从3个月压缩至10天，经费由1.2亿元增加到12600万元') },
    { says: 'days of a month', text: withMeasure('报送时间由每月25日提前到20日') },
  ],
}

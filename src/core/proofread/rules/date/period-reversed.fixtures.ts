import { aNotice, type Fixtures } from '../fixture.ts'

const with_ = (period: string): string =>
  aNotice({ findings: `1.规范变更管理。一是${period}开展专项检查，核减工程款31.5万元。` })

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'September to July of one year',
      text: with_('2023年11月15日至10月11日'),
      at: ['2023年11月15日至10月11日'],
    },
    { says: 'July to May of one year', text: with_('2023年11月至10月'), at: ['2023年11月至10月'] },
    { says: 'a later year to an earlier one', text: with_('2024年至2023年'), at: ['2024年至2023年'] },
  ],
  negative: [
    { says: 'in order', text: with_('2023年10月11日至11月15日') },
    { says: 'over the turn of the year, both years given', text: with_('2023年12月15日至2024年1月11日') },
    { says: 'months in order', text: with_('2023年10月至12月') },
    { says: 'months over the turn of the year', text: with_('2023年11月至2024年2月') },
    { says: 'winter, with the year that nobody writes', text: with_('每年11月至次年3月') },
  ],
}

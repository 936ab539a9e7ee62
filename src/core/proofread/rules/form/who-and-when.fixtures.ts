import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'neither team nor dates are named',
      text: aNotice({ opening: '根据《中国共产党巡视工作条例》有关规定，现就整改情况作如下通报：' }),
      at: ['专项巡察整改进展情况的通报'],
    },
  ],
  negative: [
    { says: 'all are named', text: aNotice() },
    {
      says: 'a letter on an audit',
      text: aNotice({ title: '关于建设项目审计发现问题整改情况的函', opening: '现将整改情况函告如下：' }),
    },
  ],
}

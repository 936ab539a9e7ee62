import { aNotice, type Fixtures } from '../fixture.ts'

const contact = '联系方式：电话0000-1234567；电子邮箱：feedback@example.invalid；邮政地址：云岭区政务中心。'

export const fixtures: Fixtures = {
  positive: [{ says: 'contact without window', text: aNotice({ closing: contact }), at: ['联系方式'] }],
  negative: [
    { says: 'fifteen working days', text: aNotice() },
    { says: 'until a day', text: aNotice({ closing: `意见反映时间截至2024年3月31日止。${contact}` }) },
    {
      says: 'from day to day beside the contact',
      text: aNotice({ closing: `群众如有意见，请在2024年2月17日至3月7日反映。${contact}` }),
    },
  ],
}

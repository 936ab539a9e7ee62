import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'twenty measures are declared and two are listed',
      text: aNotice({ organisation: '围绕反馈的问题，制定整改措施20项。' }),
      at: ['措施20项'],
    },
  ],
  negative: [
    { says: 'as many are listed as declared', text: aNotice({ organisation: '围绕反馈的问题，制定整改措施2项。' }) },
    { says: 'no number is declared', text: aNotice() },
  ],
}

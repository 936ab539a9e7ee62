import { aNotice, type Fixtures } from '../fixture.ts'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'the list goes on in the next paragraph',
      text: aNotice({ findings: '1.补植苗木。一是补栽苗木15株。\n\n二是补栽苗木385株。三是移交绿地3处。' }),
      at: ['补栽苗木385株'],
    },
  ],
  negative: [
    { says: 'one paragraph', text: aNotice({ findings: '1.补植苗木。一是补栽苗木15株。二是补栽苗木385株。' }) },
    {
      says: 'a line for every item',
      text: aNotice({ findings: '1.补植苗木。\n\n一是补栽苗木15株。\n\n二是补栽苗木385株。\n\n三是移交绿地3处。' }),
    },
  ],
}

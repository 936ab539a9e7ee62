import { aNotice, type Fixtures } from '../fixture.ts'

const findings = '1.规范变更管理。一是出台《云岭区工程变更办法》。二是修订《云岭区项目移交办法》。'

export const fixtures: Fixtures = {
  positive: [
    {
      says: 'four rules are declared and two documents are named',
      text: aNotice({ organisation: '建立健全制度机制4项。', findings }),
      at: ['4项'],
    },
  ],
  negative: [
    { says: 'as many are named as declared', text: aNotice({ organisation: '建立健全制度机制2项。', findings }) },
    {
      says: 'a document named twice counts once',
      text: aNotice({ organisation: '建立健全制度机制2项。', findings: `${findings}三是印发《云岭区工程变更办法》。` }),
    },
    { says: 'no document is named at all', text: aNotice({ organisation: '建立健全制度机制4项。' }) },
  ],
}

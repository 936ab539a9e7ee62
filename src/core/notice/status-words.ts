import type { Language } from '../proofread/diagnostic.ts'
import type { StatusMention } from './notice.ts'

/** What a status is called, for command line and pages. */
export const statusWords: Record<Language, Record<StatusMention['bucket'], string>> = {
  zh: {
    done: '完成',
    basicallyDone: '基本完成',
    basicallyDoneContinuing: '基本完成并持续整改',
    underway: '正在整改',
    continuing: '持续推进',
    ongoing: '长期坚持',
    partlyDone: '部分整改',
    notDone: '尚未完成',
    unsubstantiated: '不属实',
  },
  en: {
    done: 'Done',
    basicallyDone: 'Basically done',
    basicallyDoneContinuing: 'Basically done, continuing',
    underway: 'Underway',
    continuing: 'Continuing',
    ongoing: 'Ongoing',
    partlyDone: 'Partly done',
    notDone: 'Not done',
    unsubstantiated: 'Unsubstantiated',
  },
}

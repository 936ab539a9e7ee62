/** What can be wrong with a row of a table of units or people. */
import type { Facts, Sentence } from '../sentence.ts'

export const sheetProblems = {
  nameMissing: { zh: '没有填名称。', en: 'The name is missing.' },
  tooLong: { zh: '超过 {most} 个字，请缩短。', en: 'Longer than {most} characters.' },
  sameAsRow: { zh: '与第 {row} 行是同一个，请只留一行。', en: 'The same as row {row}. Keep one of them.' },
  noSuchUnit: {
    zh: '没有单位“{unit}”。请先导入单位，或改成已有的名称。',
    en: 'There is no unit “{unit}”. Import the units first, or correct the name.',
  },
  severalUnits: {
    zh: '“{unit}”是几个单位共同的简称，请写全称。',
    en: '“{unit}” is the short name of several units. Write the full name.',
  },
  unitClosed: { zh: '单位“{unit}”已撤并。', en: 'The unit “{unit}” is closed.' },
  underItself: { zh: '上级单位是它自己或它的下级。', en: 'It would stand under itself.' },
  noSuchLogin: {
    zh: '没有登录名“{login}”。登录名由本人凭邀请码设定，导入时请留空。',
    en: 'There is no login name “{login}”. People choose it themselves by invitation; leave the cell empty.',
  },
  nameTakenInUnit: { zh: '“{unit}”已有另一位“{name}”。', en: '“{unit}” has another “{name}”.' },
  personLeft: { zh: '“{name}”已离任，请先在人员页面恢复。', en: '“{name}” has left. Bring the person back first.' },
  severalPeople: {
    zh: '有几位“{name}”，请写明单位或登录名。',
    en: 'There are several people “{name}”. Give the unit or the login name.',
  },
  unitMissing: { zh: '没有填单位。新人员须写明单位。', en: 'The unit is missing. A new person needs one.' },
  noSuchRole: { zh: '没有角色“{role}”。可以填：{known}。', en: 'There is no role “{role}”. Known: {known}.' },
  administratorByTable: {
    zh: '管理员岗位不能批量导入，请由安全管理员逐个授予。',
    en: 'Administrators are not imported: the security administrator gives that role one by one.',
  },
  roleNeedsUnit: { zh: '角色“{role}”须有单位。', en: 'The role “{role}” is held in a unit.' },
  roleNotYours: {
    zh: '您不能授予这个角色。请整改办或安全管理员导入，或删去这一格。',
    en: 'You cannot give this role. Let the office or the security administrator import it, or clear the cell.',
  },
  administratorInWork: {
    zh: '“{name}”是管理员，不能同时承担整改工作的岗位。',
    en: '“{name}” is an administrator and takes no part in the work.',
  },
  mayNotAdd: {
    zh: '单位和人员由系统管理员维护，您不能新增或修改这一行。',
    en: 'Units and people are kept by the system administrator; you cannot add or change this row.',
  },
} as const satisfies Record<string, Sentence>

/** A sentence about one cell (`B3`). */
export type SheetProblem = { cell: string; code: keyof typeof sheetProblems; facts: Facts }

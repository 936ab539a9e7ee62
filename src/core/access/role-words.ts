import type { Sentence } from '../sentence.ts'
import type { Role } from './role.ts'

/** Roles as people call them; tables are exported and imported with these words. */
export const roleWords: Readonly<Record<Role, Sentence>> = {
  office: { zh: '整改办', en: 'Rectification office' },
  officer: { zh: '责任人', en: 'Officer' },
  unitHead: { zh: '单位负责人', en: 'Unit head' },
  leader: { zh: '责任领导', en: 'Leader' },
  leadingGroup: { zh: '整改工作领导小组', en: 'Leading group' },
  inspector: { zh: '巡察办', en: 'Inspector' },
  viewer: { zh: '查阅', en: 'Viewer' },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator' },
}

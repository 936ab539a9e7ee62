/** Fields that most registers of public works share. */

export const projectField = {
  type: 'project',
  name: { zh: '项目', en: 'Project' },
  required: true,
  listed: true,
} as const

/** The contract that an entry belongs to. */
export const contractField = {
  type: 'reference',
  register: 'contract',
  name: { zh: '所属合同', en: 'Contract' },
  listed: true,
} as const

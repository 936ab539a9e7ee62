import { defineRegister } from './definition.ts'

export const integrityAgreement = defineRegister({
  key: 'integrityAgreement',
  version: 1,
  name: { zh: '廉洁、履职协议', en: 'Agreements of integrity' },
  help: {
    zh: '与施工单位签的廉洁协议，与监理、审计等单位签的公正履职协议。一份一条，写明对应的合同。',
    en: 'Agreements of integrity with contractors, of impartiality with supervisors and auditors. One entry each.',
  },
  group: 'people',
  kinds: {
    integrity: { zh: '廉洁协议', en: 'Integrity' },
    impartiality: { zh: '公正履职协议', en: 'Impartiality' },
  },
  fields: {
    party: { type: 'text', name: { zh: '签约对方', en: 'Party' }, required: true, listed: true, most: 100 },
    role: {
      type: 'choice',
      name: { zh: '对方身份', en: 'Role of the party' },
      options: {
        contractor: { zh: '施工单位', en: 'Contractor' },
        supervisor: { zh: '监理单位', en: 'Supervisor' },
        auditor: { zh: '审计单位', en: 'Auditor' },
        designer: { zh: '设计、勘察单位', en: 'Designer, surveyor' },
        consultant: { zh: '咨询、代理机构', en: 'Consultant, agent' },
        supplier: { zh: '供货、管养单位', en: 'Supplier, upkeep' },
      },
      required: true,
      listed: true,
    },
    project: { type: 'project', name: { zh: '项目', en: 'Project' }, listed: true },
    contract: {
      type: 'reference',
      register: 'contract',
      name: { zh: '对应合同', en: 'Contract' },
      help: {
        zh: '选了合同，才能看出哪份在履行的合同没有协议。',
        en: 'So that running contracts without one can be told.',
      },
    },
    on: { type: 'day', name: { zh: '签订日期', en: 'Signed on' }, required: true, listed: true },
    until: { type: 'day', name: { zh: '有效期至', en: 'Valid until' } },
    signers: { type: 'text', name: { zh: '双方签字人', en: 'Signed by' }, most: 100 },
    papers: { type: 'files', name: { zh: '协议扫描件', en: 'The agreement' } },
  },
  dateField: 'on',
  title: { zh: '{kind}：{party}', en: '{kind}: {party}' },
  counts: { agreements: { name: { zh: '协议份数', en: 'Agreements' }, unit: '份', of: 'entries' } },
  aggregates: true,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})

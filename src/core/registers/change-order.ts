import { defineRegister } from './definition.ts'
import { contractField, projectField } from './project-fields.ts'

export const changeOrder = defineRegister({
  key: 'changeOrder',
  version: 1,
  name: { zh: '变更与签证', en: 'Changes and site instructions' },
  help: {
    zh: '设计变更和现场签证，一份一条。累计变更率由系统按已批准的金额和原合同价计算，不用填写。',
    en: 'One entry each. The cumulative ratio is worked out from approved amounts and the original price.',
  },
  group: 'project',
  kinds: {
    designChange: { zh: '设计变更', en: 'Design change' },
    siteInstruction: { zh: '签证', en: 'Site instruction' },
  },
  fields: {
    project: projectField,
    contract: { ...contractField, required: true },
    number: { type: 'text', most: 60, name: { zh: '编号', en: 'Number' } },
    what: { type: 'text', most: 300, name: { zh: '变更内容', en: 'What changes' }, required: true, listed: true },
    reason: {
      type: 'choice',
      name: { zh: '变更原因', en: 'Reason' },
      options: {
        designFault: { zh: '设计错漏', en: 'Fault of the design' },
        surveyFault: { zh: '勘察不实', en: 'Fault of the survey' },
        site: { zh: '现场条件变化', en: 'Conditions on site' },
        owner: { zh: '建设单位要求', en: 'Wish of the owner' },
        rule: { zh: '政策规范调整', en: 'Change of rules' },
        quantity: { zh: '清单漏项或算量偏差', en: 'Items or quantities missing' },
        force: { zh: '不可抗力', en: 'Force majeure' },
      },
      listed: true,
    },
    responsibility: {
      type: 'choice',
      name: { zh: '责任方', en: 'Responsible' },
      options: {
        owner: { zh: '建设单位', en: 'Owner' },
        surveyor: { zh: '勘察单位', en: 'Surveyor' },
        designer: { zh: '设计单位', en: 'Designer' },
        contractor: { zh: '施工单位', en: 'Contractor' },
        supervisor: { zh: '监理单位', en: 'Supervisor' },
        none: { zh: '无责任方', en: 'Nobody' },
      },
    },
    amount: {
      type: 'money',
      signed: true,
      name: { zh: '增减金额', en: 'Amount' },
      help: { zh: '增加为正数，减少为负数（如 -3.5万元）。', en: 'Negative where the price goes down.' },
      required: true,
      listed: true,
    },
    drawnBy: {
      type: 'choice',
      name: { zh: '变更图纸出具方', en: 'Drawings by' },
      help: {
        zh: '修改勘察设计文件，由原设计单位进行，或经其书面同意由有资质的其他单位进行。',
        en: 'By the designer, or with its written consent by another one qualified.',
      },
      options: {
        designer: { zh: '原设计单位', en: 'The designer' },
        consented: { zh: '经原设计单位书面同意的其他设计单位', en: 'Another with its written consent' },
        other: { zh: '其他单位', en: 'Somebody else' },
        none: { zh: '无图纸', en: 'No drawings' },
      },
    },
    designPaper: {
      type: 'text',
      most: 60,
      kinds: ['designChange'],
      name: { zh: '设计变更通知单号', en: 'Design change paper' },
    },
    appliedOn: { type: 'day', name: { zh: '申请日期', en: 'Applied on' }, listed: true },
    approvedOn: {
      type: 'day',
      name: { zh: '批准日期', en: 'Approved on' },
      help: { zh: '最后一级批准的日期；没有批准的不填。', en: 'Of the last approval; empty until then.' },
      listed: true,
    },
    implementedOn: { type: 'day', name: { zh: '实施日期', en: 'Implemented on' }, listed: true },
    approvals: {
      type: 'rows',
      name: { zh: '审批经过', en: 'Approvals' },
      columns: {
        level: {
          type: 'choice',
          name: { zh: '审批层级', en: 'Level' },
          required: true,
          options: {
            supervisor: { zh: '监理单位', en: 'Supervisor' },
            owner: { zh: '建设单位', en: 'Owner' },
            authority: { zh: '主管部门', en: 'Competent authority' },
            jointReview: { zh: '部门联审', en: 'Joint review' },
            government: { zh: '政府常务会', en: 'Government meeting' },
            committee: { zh: '党委会', en: 'Party committee' },
          },
        },
        by: { type: 'text', most: 60, name: { zh: '审批人', en: 'By' } },
        on: { type: 'day', name: { zh: '日期', en: 'On' } },
        agreed: { type: 'flag', name: { zh: '同意', en: 'Agreed' } },
      },
    },
    papers: { type: 'files', name: { zh: '变更单、图纸、照片', en: 'Papers' } },
  },
  dateField: 'appliedOn',
  title: { zh: '{kind}：{what}', en: '{kind}: {what}' },
  counts: {
    changes: { name: { zh: '变更签证笔数', en: 'Changes' }, unit: '笔', of: 'entries' },
    amount: { name: { zh: '增减金额', en: 'Amount' }, unit: '元', of: 'amount' },
  },
  aggregates: false,
  readers: 'unit',
  writers: 'unit',
  openness: 'rows',
})

/** Why a figure is not counted, or not defined so. */
export const figureRefusals = {
  'figure.notUnderstood': {
    zh: '{problem} 没有看懂的是“{word}”。',
    en: '{problem} What is not understood is “{word}”.',
  },
  'figure.unknownName': {
    zh: '没有叫“{name}”的口径，可能已停用。请在“数字”页查看现有口径。',
    en: 'There is no figure “{name}”; it may be out of use. See the page of figures.',
  },
  'figure.unknownRegister': {
    zh: '口径里的“{of}”已不存在，无法计算。请重新定义。',
    en: '“{of}”, which this figure counts, is gone. Define it anew.',
  },
  'figure.noPastLight': {
    zh: '灯不留存历史，不能按过去的日期数。请去掉灯，或去掉截至日期。',
    en: 'Lights of the past are not kept. Leave out the light, or the day.',
  },
  'figure.restrictedField': {
    zh: '“{register}”是限制公开的登记簿，您只能看总数，不能按字段细数。',
    en: '“{register}” is restricted: you see its totals, not counts by its fields.',
  },
  'figure.restrictedRecords': {
    zh: '“{register}”是限制公开的登记簿，您只能看总数，不能打开明细。',
    en: '“{register}” is restricted: you see its totals, not its entries.',
  },
  'figure.numberOnly': {
    zh: '“{register}”只公布数字，不提供明细下载。',
    en: 'Of “{register}” the number alone is given out, not its rows.',
  },
  'figure.keyTaken': {
    zh: '已有代码为“{key}”的口径，请换一个代码。',
    en: 'There is a figure with the key “{key}” already. Choose another key.',
  },
} as const

/** How imports of registers are refused as a whole; what is wrong with a cell stands in `registers/exchange/sentences.ts`. */
export const exchangeRefusals = {
  'exchange.gone': {
    zh: '这次预览已过期或已经导入，请重新上传文件。',
    en: 'This preview has run out or was imported already. Send the file again.',
  },
  'exchange.definitionChanged': {
    zh: '预览之后，登记簿的栏目有了变化，未导入。请重新上传文件。',
    en: 'The fields of the register changed after the preview; nothing was imported. Send the file again.',
  },
  'exchange.rowChanged': {
    zh: '第 {row} 行的“{title}”在预览之后被他人改过，全部未导入。请重新导出后再改。',
    en: 'Row {row}, “{title}”, was changed by somebody after the preview; nothing was imported. Export again and edit that.',
  },
} as const

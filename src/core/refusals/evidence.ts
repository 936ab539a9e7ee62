/** Why a file is not taken as evidence, or not given out. */
export const evidenceRefusals = {
  'evidence.unknownType': {
    zh: '文件“{name}”（{found}）不能作为佐证。可以用图片、PDF、Word、Excel、PPT、WPS、OFD、文本和 MP4 视频。',
    en: 'The file “{name}” ({found}) cannot serve as evidence. Use pictures, PDF, Word, Excel, PowerPoint, WPS, OFD, text or MP4 video.',
  },
  'evidence.notAsNamed': {
    zh: '文件“{name}”的内容是 {found}，与扩展名 .{extension} 不符，未接收。请用原来的程序重新保存后再传。',
    en: 'The content of “{name}” is {found}, not what .{extension} says; it was not taken. Save it again with its own program.',
  },
  'evidence.empty': {
    zh: '文件“{name}”是空的，未接收。请检查后重新选择。',
    en: 'The file “{name}” is empty and was not taken. Check it and choose again.',
  },
  'evidence.tooLarge': {
    zh: '文件“{name}”超过 {limitMb} MB，未接收。请压缩或拆成几份后再传。',
    en: 'The file “{name}” is larger than {limitMb} MB and was not taken. Compress or split it.',
  },
  'evidence.damaged': {
    zh: '图片“{name}”打不开，已损坏或不完整，未接收。请重新获取一份再传。',
    en: 'The picture “{name}” cannot be opened: it is damaged or incomplete. Get a fresh copy.',
  },
  'evidence.tooManyPixels': {
    zh: '图片“{name}”有 {megapixels} 百万像素，超过 {limit} 百万的上限，未接收。请缩小后再传。',
    en: 'The picture “{name}” has {megapixels} megapixels, more than the {limit} allowed. Make it smaller.',
  },
  'evidence.encrypted': {
    zh: '文件“{name}”设有打开密码，核实的人看不到内容，未接收。请去掉密码后再传。',
    en: 'The file “{name}” needs a password, so that nobody who verifies could read it. Remove the password.',
  },
  'evidence.tooMany': {
    zh: '这项措施已有 {limit} 份佐证，不能再添加。请把同类材料合并成一份。',
    en: 'This measure has {limit} pieces of evidence; no more can be added. Put alike ones together.',
  },
  'evidence.measureClosed': {
    zh: '这项措施已经办结，不能再添加佐证。需要补充时请联系整改办。',
    en: 'This measure is closed; nothing can be added. Ask the rectification office if something is missing.',
  },
  'evidence.frozen': {
    zh: '这份佐证属于上一轮整改，已固定，不能改动。',
    en: 'This piece belongs to an earlier cycle, which is frozen.',
  },
  'evidence.endorsed': {
    zh: '这份佐证已随销号申请经单位核签，不能撤下。确有问题请由整改办退回申请并说明。',
    en: 'This piece was part of an application that the unit endorsed and cannot be withdrawn. Let the office return the application.',
  },
  'evidence.withdrawn': {
    zh: '这份佐证已经撤下，不能再改动。',
    en: 'This piece was withdrawn and cannot be changed.',
  },
  'evidence.wrongTarget': {
    zh: '所选目标不属于这项措施，请重新选择。',
    en: 'The target does not belong to this measure. Choose again.',
  },
  'evidence.wrongPair': {
    zh: '只能把同一项措施、同一轮整改的两张不同照片配成整改前后，且一张整改前照片只配一张整改后照片。',
    en: 'Only two different photos of the same measure and cycle make a pair, and a photo before has one photo after.',
  },
  'evidence.noPicture': {
    zh: '这份文件没有可以显示的图片，请下载后查看。',
    en: 'There is no picture of this file. Download it to look at it.',
  },
  'file.storeFull': {
    zh: '服务器存放文件的空间已满，没有保存。请联系管理员清理或扩充空间后再传。',
    en: 'The server has no room left for files; nothing was kept. Ask your administrator for space, then send it again.',
  },
  'file.storeAway': {
    zh: '存放文件的地方暂时连不上，没有完成。请过几分钟再试；仍不行时请管理员检查文件存储。',
    en: 'The file store cannot be reached and nothing was done. Try again in some minutes, or ask your administrator.',
  },
  'file.missing': {
    zh: '文件的登记还在，但存储里找不到它的内容。请管理员从备份中恢复文件存储。',
    en: 'The file is on record, but its content is not in the store. Ask your administrator to restore it from a backup.',
  },
  'file.badRange': { zh: '请求的文件范围无效。', en: 'The part of the file that was asked for does not exist.' },
} as const

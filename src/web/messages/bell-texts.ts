/** The bell stands in the frame, which is loaded with every page; its words apart from those of the page behind it. */
export const bellTexts = {
  zh: (unread: number) => (unread === 0 ? '消息' : `消息，${unread} 条未读`),
  en: (unread: number) => (unread === 0 ? 'Messages' : `Messages, ${unread} unread`),
}

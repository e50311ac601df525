/** Whether texts in this language (BCP 47) are English, whoever's English it is. */
export function isEnglish(locale: string): boolean {
  return /^en(?:-|$)/i.test(locale);
}

import { plain } from './plain.ts';

/** The longest quote that `sentence` doesn't cut. */
export const LONGEST_QUOTE = 80;
const LONGEST_SENTENCE = 1000;
const CUT = '…';

/** A message for one line of a terminal. It may quote a word of the playbook, which can be as long as a file: such a quote is cut. */
export function sentence(message: string): string {
  const withShortQuotes = message.replace(/`([^`]*)`/g, (quote, quoted: string) =>
    quoted.length > LONGEST_QUOTE ? `\`${quoted.slice(0, LONGEST_QUOTE)}${CUT}\`` : quote,
  );
  const cut = withShortQuotes.length > LONGEST_SENTENCE;
  return plain(cut ? withShortQuotes.slice(0, LONGEST_SENTENCE) + CUT : withShortQuotes);
}

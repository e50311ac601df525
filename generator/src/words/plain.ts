/**
 * Characters that a terminal obeys instead of showing: controls (an escape sequence begins with one), line separators, and the marks that turn
 * the direction of writing or have no width, with which a text can look like another.
 */
const UNSHOWN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

/** Makes text that came from outside safe to send to a terminal, on one line: each character in the place of one. */
export function plain(text: string): string {
  return text.replace(UNSHOWN, (character) => {
    if (character === '\t' || character === '\n' || character === '\r') return ' ';
    const code = character.charCodeAt(0);
    // Unicode has pictures of the controls of ASCII: ␀ to ␟.
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '␡' : '�';
  });
}

/** The same for a text of several lines. */
export function plainLines(text: string): string {
  return text
    .split('\n')
    .map((line) => plain(line))
    .join('\n');
}

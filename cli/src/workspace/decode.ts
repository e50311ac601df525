import { isUtf8 } from 'node:buffer';

/** The text of a file, or a sentence for its author on why there is none. */
export type Decoded = { readonly text: string } | { readonly problem: string };

/** What some editors put before a text in UTF-8. */
export const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

const NUL = 0x00;
const LINE_FEED = 0x0a;

/** Reads bytes as UTF-8, strictly. A byte order mark goes; line ends stay as they are. */
export function decode(bytes: Buffer): Decoded {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return { problem: 'this file is not UTF-8 text but UTF-16: save it as UTF-8' };
  }
  const nul = bytes.indexOf(NUL);
  if (nul >= 0) {
    const line = lineOf(bytes, nul);
    return { problem: `this file is not UTF-8 text, line ${line} has a NUL byte: save it as UTF-8` };
  }
  if (!isUtf8(bytes)) {
    const line = firstLineThatIsNotUtf8(bytes);
    return { problem: `this file is not UTF-8 text, as line ${line} shows: save it as UTF-8` };
  }
  const mark = startsWith(bytes, ...BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  return { text: bytes.toString('utf8', mark) };
}

function startsWith(bytes: Buffer, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function lineOf(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1)) line++;
  return line;
}

/** No character of UTF-8 but the line feed itself has its byte, so the lines can be looked at one by one. */
function firstLineThatIsNotUtf8(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
    line++;
  }
}

import type { Choices } from './choices.ts';
import type { PlainFile, PlainMember, PlainWorkspace } from './plain.ts';
import { tokensOf } from './print.ts';
import type { Token } from './tokens.ts';

/** A member's beginning or one of its lines, with what `///` lines above it say. */
interface Line {
  readonly tokens: readonly Token[];
  readonly note: string | undefined;
  readonly isMember: boolean;
}

function linesIn(file: PlainFile): Line[] {
  return file.members.flatMap((member) => [
    { tokens: tokensOf(member), note: member.$note, isMember: true },
    ...itemsOf(member).map((item) => ({ tokens: tokensOf(item), note: item.$note, isMember: false })),
  ]);
}

function itemsOf(member: PlainMember) {
  return member.$type === 'Framework' ? member.stages : member.items;
}

/** Signs that stand right behind the word before them, and one that the next word stands right behind. */
const CLOSES: ReadonlySet<string> = new Set([',', ')', ':']);
const OPENS = '(';
/** Words and signs after which a name may stand on the next line. */
const LEAVES_OPEN: ReadonlySet<string> = new Set([',', '(', 'and', 'or', 'not', 'when', 'unless']);

/** A file as one would write it: each line by itself, those of a member set in, an empty line between members. */
export function canonicalText(file: PlainFile): string {
  const lines = linesIn(file).map((line, index) => {
    const indent = line.isMember ? '' : '  ';
    const words = line.tokens.map((token, at) => {
      const before = line.tokens[at - 1]?.text;
      return before === undefined || isBound(token, before) ? token.text : ` ${token.text}`;
    });
    const above = [...(line.isMember && index > 0 ? [''] : []), ...notesOf(line).map((note) => indent + note)];
    return [...above, indent + words.join(''), ''].join('\n');
  });
  return lines.join('');
}

function notesOf({ note }: Line): string[] {
  return note === undefined ? [] : note.split('\n').map((text) => `/// ${text}`);
}

/** The texts of a workspace, each laid out in the same way. */
export function printed(workspace: PlainWorkspace, layout: (file: PlainFile) => string): ReadonlyMap<string, string> {
  return new Map([...workspace].map(([path, file]) => [path, layout(file)]));
}

const CONDITION = /^\s*(?:when|unless)\b/;
/** Deeper than any line is indented but those that begin with a condition. */
const DEEPEST = ' '.repeat(12);

const REMARKS = ['// a remark', '// say "not this"', '//', '// step \\ {x} “quoted” é'] as const;

/**
 * A file in any layout that means the same: blanks, breaks inside a line, remarks, empty lines, several lines on one, line ends of either kind. Members
 * begin a line, for that is where they are looked for after a mistake; so does what has a note above it, and what begins with a name or number. A condition
 * that begins a line is indented deeper than what stands around it, and nothing stands behind it, for that is to show whose it is.
 */
export function anyLayout(choices: Choices): (file: PlainFile) => string {
  return (file) => {
    const end = choices.chance(30) ? '\r\n' : '\n';
    const indent = () => choices.one(['', '  ', '\t', '        ']);
    const remark = () => (choices.chance(30) ? choices.one(REMARKS) : '');
    const newLine = () => ` ${remark()}${end}${choices.chance(20) ? `${indent()}${remark()}${end}` : ''}`;
    const gap = (token: Token, before: string, after: string): string => {
      if (mustStay(token, before, after)) return choices.one([' ', '   ', '\t']);
      if (!choices.chance(30)) return isBound(token, before) ? '' : ' ';
      return choices.chance(50)
        ? `${newLine()}${CONDITION.test(token.text) ? DEEPEST : indent()}`
        : choices.one(['  ', '\t', ' ']);
    };
    const written = (line: Line, previous: Line | undefined, above: string): string => {
      const words = line.tokens.map((token, at) => {
        const before = line.tokens[at - 1]?.text;
        return before === undefined ? token.text : gap(token, before, line.tokens[at + 1]?.text ?? '') + token.text;
      });
      const isBehindCondition = CONDITION.test(above.slice(above.lastIndexOf('\n') + 1));
      if (previous && !isBehindCondition && mayJoin(line, previous) && choices.chance(8)) return ` ${words.join('')}`;
      const notes = notesOf(line).map((note) => `${indent()}${note}${end}`);
      return [previous ? newLine() : '', ...notes, indent(), ...words].join('');
    };
    const lines = linesIn(file);
    const text = lines.reduce((above, line, index) => above + written(line, lines[index - 1], above), '');
    return `${text}${choices.one([end, '', `${end}${end}`])}`;
  };
}

function isBound({ text }: Token, before: string | undefined): boolean {
  return CLOSES.has(text) || before === OPENS;
}

/** `supervisors answer` begins a line with a name: so does any other name with such a word behind it, if it stands at the beginning. */
const BEHIND_TEAM = /^(answers?|approves?|declines?)$/;

/** Whether a token has to stand on the line of the one before it. */
function mustStay({ stays }: Token, before: string, after: string): boolean {
  return stays === 'always' || (stays === 'unless-open' && (!LEAVES_OPEN.has(before) || BEHIND_TEAM.test(after)));
}

/** Whether a line may stand behind another one. */
function mayJoin({ tokens: [first, second], note, isMember }: Line, previous: Line): boolean {
  const beginsWithWord = /^[a-z]/.test(first?.text ?? '');
  const beginsWithTeam = BEHIND_TEAM.test(second?.text ?? '') && first?.text !== 'customer';
  return beginsWithWord && !beginsWithTeam && !isMember && note === undefined && previous.note === undefined;
}

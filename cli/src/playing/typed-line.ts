import { inScenario, quotedText } from '@poise/generator/playing';
import { ast, createPlaybookLanguage } from '@poise/language';

/** What somebody who tries a playbook out has typed. */
export type TypedLine =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'command'; readonly command: Command }
  /** A line of a scenario, or what is meant as one. */
  | { readonly kind: 'line'; readonly line: string }
  /** Several of them, or more than that. */
  | { readonly kind: 'several' };

/** The words that are neither the customer's nor a scenario's, and what they do. */
export const COMMANDS = {
  why: 'the rules, facts and lines behind the last card',
  silent: 'what could come into play if we knew more',
  facts: 'what is known, and what is not',
  scenario: 'the conversation so far, as a scenario',
  undo: 'takes back the last line',
  help: 'says this',
  quit: 'leaves; so does Ctrl-D',
} as const;

export type Command = keyof typeof COMMANDS;

/** What begins so is meant as a line of a scenario, whether it is a sound one or not. */
const BEGINS_LIKE_A_LINE = /^(?:given|customer|agent|expect)\b/;

/**
 * Makes a reader of typed lines. Whether something is a line of a scenario, the language's own parser says; everything else is what the customer says, as
 * are texts in quotes, behind which there may be what the tools report with it.
 */
export function typedLineReader(): (typed: string) => TypedLine {
  const { LangiumParser: parser } = createPlaybookLanguage({}).playbook.parser;
  const linesIn = (line: string): 'one' | 'several' | 'unsound' => {
    const { value, lexerErrors, parserErrors } = parser.parse<ast.PlaybookFile>(inScenario('""', [line]));
    if (lexerErrors.length + parserErrors.length > 0) return 'unsound';
    const items = value.members.filter(ast.isScenario).flatMap((scenario) => scenario.items);
    if (items.length === 0 || !items.every(ast.isEvent)) return 'unsound';
    return value.members.length === 1 && items.length === 1 ? 'one' : 'several';
  };
  return (typed) => {
    const text = typed.trim();
    if (text === '') return { kind: 'nothing' };
    if (isCommand(text)) return { kind: 'command', command: text };
    const line = text.startsWith('"') ? `customer says ${text}` : text;
    const lines = linesIn(line);
    if (lines === 'several') return { kind: 'several' };
    if (lines === 'one' || BEGINS_LIKE_A_LINE.test(line)) return { kind: 'line', line };
    return { kind: 'line', line: `customer says ${quotedText(text)}` };
  };
}

function isCommand(text: string): text is Command {
  return Object.hasOwn(COMMANDS, text);
}

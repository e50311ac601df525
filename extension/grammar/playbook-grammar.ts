import { type Grammar, type Match, piece, pieces, type Rule } from './textmate.ts';
import { BEFORE_NAMES, DAYS, TIME_UNITS, WORD_GROUPS } from './words.ts';

// The same characters as in the language's own lexer, so that both end a word at the same place.
const LETTERS =
  'A-Za-z_\\x{00C0}-\\x{1FFF}\\x{2C00}-\\x{2FEF}\\x{3040}-\\x{D7FF}\\x{F900}-\\x{FEFE}\\x{FF00}-\\x{FFEF}';
const WORD_END = `(?![0-9\\-${LETTERS}])`;
const WORD = `[${LETTERS}][0-9\\-${LETTERS}]*`;
const NUMBER = '-?(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?';
const CURRENCY = `[A-Z]{3}${WORD_END}`;

const NAME = `((?!${oneOf(WORD_GROUPS.flatMap(({ always }) => always))})${WORD})`;

const SCOPES = {
  name: 'variable.other.playbook',
  number: 'constant.numeric.playbook',
  unit: 'keyword.other.unit.playbook',
} as const;

/** How a playbook is coloured before the language server knows more of it. Each line stands for itself: nothing but a text's two quotes is looked for in pairs. */
export const PLAYBOOK_GRAMMAR: Grammar = {
  scopeName: 'source.playbook',
  name: 'Playbook',
  patterns: [
    ...[piece('comment.block.documentation.playbook', '///.*$'), piece('comment.line.double-slash.playbook', '//.*$')],
    ...texts(),
    ...headings(),
    ...numbers(),
    ...names(),
    ...WORD_GROUPS.map(({ scope, always, unlessName }) => piece(scope, oneOf([...always, ...unlessName]))),
    piece(SCOPES.unit, CURRENCY),
    piece(SCOPES.name, WORD),
    ...[piece('punctuation.separator.playbook', '[,:]'), piece('punctuation.section.parens.playbook', '[()]')],
  ],
};

function texts(): Rule[] {
  const inside: Rule[] = [
    piece('constant.character.escape.playbook', '\\\\["\\\\{}n]'),
    // So that no quote behind a backslash ends the text.
    { match: '\\\\.' },
    pieces(
      '(\\{)([A-Za-z_][\\w-]*)(\\})',
      'punctuation.definition.placeholder.begin.playbook',
      'variable.other.placeholder.playbook',
      'punctuation.definition.placeholder.end.playbook',
    ),
  ];
  // A text ends with its line, closed or not. Curly quotes are a mistake, but a text all the same.
  const text = (kind: string, begin: string, end: string): Rule => ({
    begin,
    end: `${end}|$`,
    name: `string.quoted.${kind}.playbook`,
    patterns: inside,
  });
  return [
    text('double', '"', '"'),
    text('other', '[\\x{201C}\\x{201D}\\x{201E}]', '["\\x{201C}\\x{201D}]'),
    piece('string.quoted.single.playbook', "'[^']*'"),
  ];
}

/** What a line declares stands out by its kind, so that the shape of the page can be seen. */
function headings(): Match[] {
  const declared = (scope: string, ...keywords: readonly string[]): Match =>
    pieces(`^\\s*(${keywords.join('|')})\\s+${NAME}`, 'keyword.declaration.playbook', scope);
  return [
    declared('entity.name.namespace.playbook', 'playbook'),
    declared(
      'entity.name.function.playbook',
      ...['step', 'trigger', 'boundary', 'escalation', 'follow\\s+up', 'agent\\s+care', 'trend', 'action'],
    ),
    declared('entity.name.type.playbook', 'team', 'framework', 'phrases', 'wording'),
    declared('variable.other.declaration.playbook', 'signal', 'field', 'situation'),
  ];
}

function numbers(): Match[] {
  return [
    piece('constant.numeric.version.playbook', '\\d+\\.\\d+\\.\\d+[\\w.+-]*'),
    piece('constant.numeric.date.playbook', '\\d{1,4}[-/]\\d{1,2}[-/]\\d{1,4}'),
    piece('constant.numeric.time.playbook', '\\d{1,2}:\\d{1,2}'),
    pieces(`(${NUMBER})\\s+(${oneOf(TIME_UNITS)}|${CURRENCY})`, SCOPES.number, SCOPES.unit),
    piece(SCOPES.number, NUMBER),
  ];
}

/** Words before names, with the name: a word of the language that stands there isn't one. */
function names(): Match[] {
  const other = 'keyword.other.playbook';
  const control = 'keyword.control.playbook';
  const operator = 'keyword.operator.expression.playbook';
  const day = 'constant.language.day.playbook';
  return [
    // Where a word that leads to names leads to another word of the language.
    pieces(`(stay)\\s+(until)\\s+(answered)${WORD_END}`, control, 'keyword.control.conditional.playbook', control),
    // A team's hours begin a line; a team that is open is a question.
    piece(control, `open(?=\\s+${oneOf(DAYS)})`),
    pieces(`(to)\\s+(${oneOf(DAYS)})`, other, day),
    pieces(`(in)\\s+(${oneOf(TIME_UNITS)}|${CURRENCY})`, other, SCOPES.unit),
    pieces(`(first|second|third)\\s+(time)${WORD_END}`, control, other),
    pieces(`(each)\\s+(time)\\s+${NAME}`, control, other, SCOPES.name),
    pieces(`(not)\\s+(happened)${WORD_END}`, operator, operator),
    pieces(`(not)\\s+(said)\\s+${NAME}`, operator, control, SCOPES.name),
    pieces(`(not)\\s+(said)${WORD_END}`, operator, control),
    // A field's value, too, may be a word of the language.
    pieces(`(records|given)\\s+${NAME}\\s+${NAME}`, control, SCOPES.name, SCOPES.name),
    pieces(`(with)\\s+${NAME}\\s+${NAME}`, other, SCOPES.name, SCOPES.name),
    pieces(`(follow)\\s+(up)\\s+${NAME}`, 'keyword.declaration.playbook', 'keyword.declaration.playbook', SCOPES.name),
    // In a list a name follows a comma; a list of phrases begins behind a colon, a condition in parentheses.
    pieces(`([,:])\\s*(?!${oneOf(DAYS)})${NAME}`, 'punctuation.separator.playbook', SCOPES.name),
    pieces(`(\\()\\s*${NAME}`, 'punctuation.section.parens.playbook', SCOPES.name),
    ...WORD_GROUPS.flatMap(({ scope, always, unlessName }) => {
      const before = [...always, ...unlessName].filter((word) => BEFORE_NAMES.includes(word));
      return before.length === 0 ? [] : [pieces(`(${oneOf(before)})\\s+${NAME}`, scope, SCOPES.name)];
    }),
  ];
}

/** One of these words, and nothing that only begins with it. */
function oneOf(list: readonly string[]): string {
  return `(?:${list.join('|')})${WORD_END}`;
}

/** Words of the language that are shown alike. */
export interface WordGroup {
  /** The scope by which themes colour them. */
  readonly scope: string;
  /** Words that are never names. */
  readonly always: readonly string[];
  /** Words that may also be the author's own name, where one is expected. */
  readonly unlessName: readonly string[];
}

/** Every word of the language by how it is shown. A test holds them against the language's own. */
export const WORD_GROUPS: readonly WordGroup[] = [
  group(
    'keyword.declaration.playbook',
    '',
    `use playbook signal field action situation wording phrases team framework stage trigger step boundary escalation follow care trend
     scenario handover`,
  ),
  group(
    'keyword.control.playbook',
    'say mention ask offer do warn reply escalate end instead then customer agent',
    `about owner version status review valid follows beats source answers closed otherwise goal record promise done skip go continue
     complete consult never always each tell stay answered hand resolve every given expect first third warning before
     says said offers records does completes ends closes close answer approves approve declines decline accepts pass passes conversation`,
  ),
  group('keyword.control.conditional.playbook', 'when unless except until', ''),
  group(
    'keyword.operator.expression.playbook',
    'and or not is has known open more less at',
    'been happened happens least most than',
  ),
  group(
    'keyword.other.playbook',
    'in to by with within from for the of on worth up one approved blocked allowed time language',
    'after over last twice times total fixed optional',
  ),
  group('constant.language.playbook', 'yes no anything everything', ''),
  group('constant.language.day.playbook', '', 'daily monday tuesday wednesday thursday friday saturday sunday'),
  group('keyword.other.unit.playbook', 'message', 'second seconds minute minutes hour hours day days week weeks'),
  group('support.type.playbook', '', 'number count date text'),
  group('variable.language.playbook', 'messages elapsed waiting declined attempts warnings', ''),
];

/** Words behind which a name stands, unless a word that is never one comes next. */
export const BEFORE_NAMES: readonly string[] = words(`
  playbook signal field action situation wording phrases team framework stage trigger step boundary escalation care trend handover promise
  follows beats otherwise record consult complete tell say mention ask offer do on worth over with by to then is been of
  when unless and or not until except given says said offers records does completes ends approves approve declines decline accepts
`);

/** Units of time, as they stand behind a number or `in`. */
export const TIME_UNITS: readonly string[] = words('second seconds minute minutes hour hours day days week weeks');

/** Days, as a team's hours name them: they stand where names could. */
export const DAYS: readonly string[] = words('daily monday tuesday wednesday thursday friday saturday sunday');

function group(scope: string, always: string, unlessName: string): WordGroup {
  return { scope, always: words(always), unlessName: words(unlessName) };
}

function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/** A workspace to be measured: texts by path. */
export type Workload = ReadonlyMap<string, string>;

/** How many sets of words a library declares: as many as make about a hundred lines. */
const SETS_IN_LIBRARY = 6;
const LINES_IN_SECTION = 31;

/**
 * One playbook of about as many lines, everything declared in it.
 *
 * @param name of the playbook
 * @param also a condition that its trigger has besides, where other playbooks lie beside it: `customer says "…" and `
 */
export function oneFile(lines: number, name = 'large', also = ''): Workload {
  const sets = Math.max(1, Math.round(lines / 400));
  const head = [...heading(name), '', ...vocabulary('own', sets), '', ...opening('own', 0, also), ''];
  const body: string[] = [];
  for (let part = 0; part < sets || head.length + body.length < lines - LINES_IN_SECTION / 2; part++) {
    body.push(...section('own', part % sets, name, part), '');
  }
  return new Map([[`${name}.playbook`, text([...head, ...body])]]);
}

/**
 * So many files of about 100 lines that use each other: one in ten is a library, which uses the one before it up to ten in a chain; nine are playbooks, of which
 * each uses one library and goes on with the next playbook.
 */
export function manyFiles(files: number): Workload {
  const libraries = Math.max(1, Math.round(files / 10));
  const playbooks = files - libraries;
  const workload = new Map<string, string>();
  for (let library = 0; library < libraries; library++) {
    const uses = library % 10 === 0 ? [] : [`use "library_${library - 1}.playbook"`, ''];
    workload.set(`library_${library}.playbook`, text([...uses, ...vocabulary(`words_${library}`, SETS_IN_LIBRARY)]));
  }
  for (let playbook = 0; playbook < playbooks; playbook++) {
    const library = playbook % libraries;
    const words = `words_${library}`;
    const set = (part: number) => (playbook + part) % SETS_IN_LIBRARY;
    const name = `playbook_${playbook}`;
    const next = `playbook_${(playbook + 1) % playbooks}`;
    const lines = [
      `use "library_${library}.playbook"`,
      '',
      ...heading(name),
      '',
      // Each playbook is for a matter of its own, so that no two of them start together.
      ...opening(words, set(0), `customer says "matter ${playbook}" and `),
      '',
      ...[0, 1, 2].flatMap((part) => [...section(words, set(part), name, part), '']),
      'step go_on "Go on with the next matter"',
      '  goal "Nothing is left open."',
      `  continue with ${next}`,
    ];
    workload.set(`${name}.playbook`, text(lines));
  }
  return workload;
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function heading(name: string): string[] {
  return [
    `playbook ${name} "A matter of ${name}"`,
    '  about   "Something did not go as it should, and the customer is upset about it."',
    '  owner   "Customer Operations"',
    '  version 1.0.0',
  ];
}

function opening(words: string, set: number, also = ''): string[] {
  return [
    'trigger complaint',
    `  when ${also}(customer says ${words}_complaints_${set} or ${words}_delay_${set} is at least 3 days)`,
    '  unless customer says "change my address"',
  ];
}

/** What is declared for others to use: sixteen lines for each of `sets`. */
function vocabulary(words: string, sets: number): string[] {
  const lines: string[] = [];
  for (let set = 0; set < sets; set++) {
    const of = (name: string) => `${words}_${name}_${set}`;
    lines.push(
      `signal ${of('anger')} from 0 to 10 "How angry the customer sounds."`,
      `signal ${of('delay')} in days "How long it is overdue."`,
      `signal ${of('value')} in GBP "What was paid."`,
      `signal ${of('way')} one of phone_${set}, chat_${set}, email_${set}`,
      `field ${of('issue')} text "What went wrong"`,
      `field ${of('agreed')} yes or no "Whether the customer agrees"`,
      `phrases ${of('complaints')} "What they say":`,
      `  "where is my parcel/order ${numeral(set)}", "still waiting ... ${numeral(set)}", "never arrived ${numeral(set)}"`,
      `  except "never arrived late ${numeral(set)}"`,
      `phrases ${of('blame')}: "are you sure ${numeral(set)}", "you should have ${numeral(set)}"`,
      `team ${of('supervisors')} "Floor supervisors"`,
      '  answers within 2 minutes',
      '  open monday to friday 08:00 to 20:00 "Europe/London"',
      `  otherwise ${of('managers')}`,
      `team ${of('managers')} "Duty managers" answers within 5 minutes`,
      '',
    );
  }
  return lines;
}

/** Two steps, a boundary, an escalation and a scenario, about one of the sets of a vocabulary. */
function section(words: string, set: number, playbook: string, part: number): string[] {
  const of = (name: string) => `${words}_${name}_${set}`;
  return [
    `step hear_${part} "Listen"`,
    '  goal  "The customer feels heard."',
    '  do    "Let the customer finish."',
    '  say   "That sounds really frustrating. Thank you for telling me."',
    '     or "I can hear how much trouble this has caused."',
    `  ask   ${of('issue')} "What went wrong?" unless ${of('issue')} is known`,
    `  done when ${of('anger')} is at most 6`,
    '',
    `step agree_${part} "Offer options"`,
    '  goal  "There is an answer."',
    `  offer refund_${part} "The money back" worth ${of('value')} when ${of('delay')} is at least 3 days`,
    `  offer voucher_${part} "A voucher for the next order" worth up to 15 GBP`,
    `  ask   ${of('agreed')} "Shall we do it like that?"`,
    `  consult ${of('managers')} when ${of('delay')} is more than 14 days`,
    '',
    `boundary limit_${part} "Larger refunds need approval"`,
    `  never offer refund_${part} over 200 GBP unless approved by ${of('supervisors')}`,
    `  never say ${of('blame')} when ${of('anger')} is at least 4 and (${of('way')} is chat_${set} or ${of('way')} is email_${set})`,
    '',
    `escalation angry_${part} "Anger that does not come down"`,
    `  when ${of('anger')} is at least 8 for 2 messages`,
    `    or (customer says ${of('complaints')} and ${of('delay')} is at least 20 days and not ${of('agreed')})`,
    `  to ${of('supervisors')}, then ${of('managers')} after 10 minutes`,
    `  hand over ${of('issue')}`,
    '',
    `scenario "A refund above the limit waits, ${playbook} ${part}"`,
    `  given ${of('delay')} 8 days, ${of('value')} 240 GBP`,
    `  customer says "Where is my order ${numeral(set)}" with ${of('anger')} 3`,
    `  agent offers refund_${part}`,
    `  expect offer blocked by limit_${part}`,
  ];
}

const NUMERALS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** So that the phrases of different lists differ. */
function numeral(number: number): string {
  return [...String(number)].map((digit) => NUMERALS[Number(digit)]).join(' ');
}

/**
 * The words of the language that can't be names: each joins the parts of a line or begins an act, so that a name of that spelling could be
 * mistaken for the line's next part. All other keywords (`close`, `review`, `team`, …) are good names.
 */
export const RESERVED_WORDS: ReadonlySet<string> = wordSet(`
  when unless or and not is has in at to by with within until from for the of then except instead on worth up
  known open one yes no more less approved customer agent say mention ask offer do warn reply escalate end
  blocked allowed time language anything everything message messages elapsed waiting declined attempts warnings
`);

/** Keywords that can end a line, so that the next one begins afresh. After any other keyword a name or a value is still to come. */
export const LINE_ENDS: ReadonlySet<string> = wordSet(`
  accepts active allowed answer answered answers anything attempts blocked boundary close conversation count
  daily date day days declined declines draft elapsed end escalate escalation everything fixed happened hour
  hours known message messages minute minutes no number offer open optional pass passes reply retired second
  seconds text times total twice waiting warn warning warnings week weeks yes
`);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Facts that every conversation has without anybody reporting them, with what each means. Durations among them are in seconds. */
export const BUILTIN_FACTS = {
  messages: { type: 'count', meaning: 'how many messages the customer has sent' },
  elapsed: { type: 'duration', meaning: 'how long the conversation has been open' },
  waiting: { type: 'duration', meaning: "how long the customer's last message has been waiting for an answer" },
  declined: { type: 'count', meaning: 'how many offers the customer has declined' },
  attempts: { type: 'count', meaning: 'how many times we have replied since this step began' },
  warnings: { type: 'count', meaning: 'how many warnings the customer has been given' },
} as const satisfies Record<string, { type: 'count' | 'duration'; meaning: string }>;

export type BuiltinFactName = keyof typeof BUILTIN_FACTS;

/** What every template may lean on. */
const AROUND = `
playbook main_book "Main" owner "Us" version 1.0.0
signal channel_used one of phone_line, chat_line
signal worth_of in GBP
field noted text
action some_act
phrases some_words: "hello"
team helpers answers within 1 minute
`;

/**
 * For each kind of thing that has a name: a file that gives one the name `NAME`, and refers to it in every way the language has. (Behind `customer
 * declines`, `expect escalation` and where a team begins a line, a name has to be a word of the author's own: the grammar says why.)
 */
export const NAME_PLACES: Readonly<Record<string, string>> = {
  'a signal': `${AROUND}
signal NAME yes or no
situation unsettled when NAME or (not NAME and NAME is known)
situation apart when (customer says some_words or
  NAME) and
  NAME is yes
trigger begin when NAME is yes or NAME has been no or NAME is yes for 2 messages unless NAME is not yes
step hear
  goal "Heard."
  say "Hello." when NAME unless NAME is not known
  never mention NAME, noted when NAME
boundary kept
  never mention NAME
escalation up_high when NAME
  to helpers
  hand over NAME, noted
scenario "It works"
  given NAME yes, channel_used phone_line
  given channel_used phone_line,
    NAME no
  customer says "Hello" with NAME no
  expect handover NAME, noted
`,
  'a signal that counts': `${AROUND}
signal NAME count
trigger begin when NAME is at least 2 in the last 1 day or NAME is one of 3, 4
step hear goal "Heard." say "Hello." done when NAME is more than 1
scenario "It works"
  given NAME 2
`,
  'a signal of money': `${AROUND}
signal NAME in GBP
step hear
  goal "Heard."
  offer refund worth NAME when NAME is less than 5 GBP
  offer credit worth up to NAME
boundary kept
  never offer refund over NAME in total
trigger begin when customer says some_words
`,
  'a field': `${AROUND}
field NAME text
step hear
  goal "Heard."
  ask NAME "What is it?" unless NAME is known
  record NAME, noted
  never ask NAME, noted
boundary kept
  always record NAME, noted before close when NAME is known
boundary asked
  never ask NAME
trigger begin when customer says some_words
scenario "It works"
  agent records NAME "x"
  expect handover NAME
`,
  'a choice': `${AROUND}
signal mode one of NAME, other_choice
field manner one of other_choice, NAME
signal channel one of NAME, other_channel
step hear
  goal "Heard."
  say on NAME "Hello." when mode is NAME
  say on other_channel, NAME "Good day." unless manner is one of NAME, other_choice
  ask manner
trigger begin when mode has been NAME or mode is not NAME
scenario "It works"
  given mode NAME, channel NAME
  customer says "Hello" with mode NAME
  agent records manner NAME
`,
  'an action': `${AROUND}
action NAME
step hear
  goal "Heard."
  do NAME when NAME has happened
  never do NAME
boundary kept
  never do NAME, warn unless NAME has not happened
trigger begin when customer says some_words
scenario "It works"
  agent does NAME
`,
  'a situation': `${AROUND}
situation NAME when customer has said some_words
trigger begin when NAME or not NAME
step hear goal "Heard." say "Hello." unless NAME
escalation up_high when NAME
  to helpers
`,
  'a wording': `${AROUND}
wording NAME "These very words."
step hear
  goal "Heard."
  say NAME when customer says some_words
boundary kept
  always say NAME before close
trigger begin when customer says some_words
scenario "It works"
  agent says NAME
  expect say NAME
  expect no say NAME
`,
  'a phrase list': `${AROUND}
phrases NAME: "good day"
phrases more_words: NAME, "evening" except NAME
trigger begin when customer says NAME or customer has said NAME, some_words twice
step hear
  goal "Heard."
  say "Hello." when agent has not said NAME
  never say NAME, "never"
boundary kept
  never say NAME
boundary said
  always say NAME before close
`,
  'a team': `${AROUND}
team NAME answers within 1 minute
team lasting answers within 1 minute
  open daily 08:00 to 20:00 "Europe/London"
  otherwise NAME
wording exact "These very words." approved by NAME
step hear
  goal "Heard."
  consult NAME when NAME is open
  escalate to NAME unless NAME is not open
boundary kept
  never reply unless approved by NAME
boundary graded
  each time customer says some_words
  first time escalate to NAME
escalation up_high when customer says some_words
  to NAME, then helpers after 1 minute
escalation told when customer says "x"
  to helpers, then NAME after 1 minute
  tell NAME, then lasting after 1 minute "Look at this."
trigger begin when customer says some_words
scenario "It works"
  expect escalation up_high to NAME
  expect escalation to NAME
`,
  'a framework': `
playbook main_book "Main" owner "Us" version 1.0.0
  follows NAME
framework NAME "A way to go"
  stage listen "Listen"
trigger begin when customer says "hello"
step hear stage listen goal "Heard." say "Hello."
`,
  'a stage': `
playbook main_book "Main" owner "Us" version 1.0.0
  follows a_way
framework a_way "A way to go"
  stage NAME "Listen" goal "Heard."
  stage later_on
trigger begin when customer says "hello"
step hear stage NAME goal "Heard." say "Hello."
step help stage later_on goal "Helped." say "Bye."
boundary kept
  always stage NAME before stage later_on
boundary kept_too
  always record noted before stage NAME
field noted text
`,
  'a step': `${AROUND}
trigger begin when customer says some_words
step NAME
  goal "Heard."
  say "Hello." when NAME has happened
  go to last_step when attempts is at least 2
step last_step
  goal "Left."
  say "Bye."
  go to NAME when NAME has not happened
boundary kept
  always step NAME before step last_step
boundary kept_too
  always record noted before step NAME
scenario "It works"
  expect step NAME
  expect no step NAME
  agent completes NAME
`,
  'an offer': `${AROUND}
trigger begin when customer says some_words
step hear
  goal "Heard."
  offer NAME "Money back" worth 5 GBP
  say "Hello." unless NAME has happened at least 2 times in the last 1 hour
boundary kept
  never offer NAME over 3 GBP in total
boundary kept_too
  always offer NAME before close when channel_used is phone_line
scenario "It works"
  agent offers NAME worth 2 GBP
  expect offer NAME
  expect no offer NAME
  helpers approve NAME
  helpers decline NAME
`,
  'a promise': `${AROUND}
trigger begin when customer says some_words
step hear
  goal "Heard."
  promise NAME within 1 day
  say "Hello." when NAME has happened
scenario "It works"
  expect promise NAME
`,
  'a trigger': `${AROUND}
trigger NAME when customer says some_words
step hear goal "Heard." say "Hello."
`,
  'a boundary': `${AROUND}
boundary NAME
  never warn
trigger begin when NAME has happened twice
step hear goal "Heard." say "Hello."
scenario "It works"
  expect boundary NAME
  expect reply blocked by NAME
  expect offer allowed by NAME
  expect action blocked by NAME
`,
  'an escalation': `${AROUND}
escalation NAME when customer says some_words
  to helpers
escalation first_of_all when customer says "x"
  beats NAME
  to helpers
trigger begin when NAME has happened
step hear goal "Heard." say "Hello."
scenario "It works"
  agent ends NAME
`,
  'a follow up': `${AROUND}
follow up NAME when customer has said some_words
  within 1 day
  say "All well?"
trigger begin when NAME has happened
step hear goal "Heard." say "Hello."
scenario "It works"
  expect follow up NAME
`,
  'agent care': `${AROUND}
agent care NAME when customer has said some_words
  do "Rest."
trigger begin when NAME has happened
step hear goal "Heard." say "Hello."
scenario "It works"
  expect agent care NAME
`,
  'a trend': `${AROUND}
trend NAME when main_book happens at least 5 times in the last 1 day
  tell helpers
trigger begin when customer says some_words
step hear goal "Heard." say "Hello."
`,
  'a playbook': `
playbook NAME "Main" owner "Us" version 1.0.0
signal urgent yes or no
team helpers answers within 1 minute
trigger begin when urgent
step hear
  goal "Heard."
  say "Hello." when NAME has happened
trend much when NAME happens at least 5 times in the last 1 day
  tell helpers
scenario "It works"
  expect playbook NAME
  expect no playbook NAME
`,
};

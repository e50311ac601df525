import { COMMANDS } from './typed-line.ts';

/** What can be typed, for a person. */
export const HELP = `What you type is what the customer says. Put it in quotes to add what the tools report with it,
or where it would be taken for something else:
  "My lamp arrived broken" with anger 8

Everything else is written as in a scenario:
  given order_delay 5 days
  agent says "I am sorry"
  agent offers refund worth 20 GBP
  agent records damage "The shade is broken"
  supervisors answer
  5 minutes pass
  expect step hear

What the agent says, offers or does is judged before it goes out. What you expect is checked at once.

${Object.entries(COMMANDS)
  .map(([command, meaning]) => `${command.padEnd(10)}${meaning}\n`)
  .join('')}
`;

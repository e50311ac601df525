import { page, type Template } from '../template.ts';

/**
 * As short as a playbook gets, with a little more at every size.
 *
 * - Each part is either there with all that it needs, or not there.
 * - `floor` is asked in the first step, which has no exit; the action waits for it, and so does the rule about it.
 */
export const brokenLift: Template = {
  name: 'broken lift',
  write: (choices) => {
    const size = choices.between(0, 4);
    const playbook = page`
      playbook broken_lift "The lift is out of order"
        owner   "Building Services"
        version 1.0.0

      ${size > 0 && 'field floor number "On which floor it stands"'}
      ${size > 2 && 'action call_engineer "Send for the engineer"'}
      ${size > 2 && 'field people count "How many are inside"'}

      trigger stuck
        when customer says "lift ... stuck/broken"

      step hear "Hear where it is"
        goal "We know where it is."
        say  "Thank you for calling. We will get this moving."
        ${size > 0 && 'ask  floor "Which floor is it on?"'}

      ${size > 1 && 'step tell "Say when it goes again"\n  goal "They know how long it takes."\n  say  "Somebody is on the way to floor {floor}." when floor is known\n  say  "It takes an hour at most."'}
      ${size > 2 && '  do   call_engineer when floor is known\n  ask  people "How many of you are inside?"'}

      ${size > 2 && 'boundary careful\n  never do call_engineer unless floor is known'}

      ${size > 3 && 'team engineers\n  answers within 10 minutes\n  open daily 06:00 to 22:00 "Europe/London"\n  otherwise night_line\nteam night_line answers within 2 minutes'}

      ${size > 3 && 'escalation trapped "Somebody is inside"\n  when customer has said "trapped" or people is at least 1\n  to engineers, then night_line after 11 minutes\n  say "I am staying with you until they are there."\n  hand over floor'}
    `;
    return new Map([['broken_lift.playbook', playbook]]);
  },
};

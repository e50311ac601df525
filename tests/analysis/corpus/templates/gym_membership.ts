import { page, type Template } from '../template.ts';

/**
 * A member who wants to leave a gym: one playbook keeps, the other lets go.
 *
 * - `let_go` starts by nothing of its own: only `leaving_gym` continues with it, in its last step, where the wish is known.
 * - The three offers are each for another reason, and the reason is asked in the step before; an offer that nobody may make is not among them.
 * - `pause` is offered in `ways` without a condition, so the rule before `settle` can be met on every way there.
 * - What is allowed to be given grows with the plan; each limit stands above what the line offers at most.
 */
export const gymMembership: Template = {
  name: 'gym membership',
  write: (choices) => {
    const cut = choices.between(1, 5) * 5;
    const months = choices.between(1, 6);
    const visits = choices.between(2, 8);
    const leaving = page`
      playbook leaving_gym "A member wants to leave"
        owner   "Memberships"
        version 1.2.${choices.below(9)}
        beats   gym_question

      signal plan_price   in GBP fixed
      signal visits       count "Visits; each one is an event."
      signal member_since date fixed
      signal tone         from -1 to 1
      signal channel      one of desk, email, chat fixed

      field why  one of price, no_time, injury, moving
      field wish one of stay, pause, leave

      phrases quitting "Leaving": "cancel* ... membership", "leave the gym" except "cancel* my class"
      phrases pressure: "are you really sure", "you will regret"

      team coaches "Coaches"
        answers within ${choices.between(2, 9)} minutes
        open daily 06:00 to 22:00 "Europe/London"
        otherwise head_coach
      team head_coach "Head coach" answers within 30 minutes

      trigger wants_out
        when customer says quitting

      step hear "Hear why"
        goal "We know why, without a word of pressure."
        say  "You have trained here for a long time. What has changed?" when member_since is less than 2025-01-01
        say  "Thank you for telling us. What has changed?" unless member_since is less than 2025-01-01
        ask  why "What is the reason?"
        done when why is known

      step ways "Show the ways"
        goal "The member knows each way, and what it costs."
        offer cheaper  "A smaller plan" worth up to ${cut} GBP when why is price
        offer coaching "An hour with a coach" worth ${cut} GBP
          when why is one of no_time, injury and visits is at most ${visits} in the last ${months * 4} weeks
        offer pause    "A break of ${months} months"
        consult coaches when why is injury
        ask   wish "What would you like to do?"
        done when wish is known or declined is at least ${choices.between(2, 4)}

      step settle "Settle it"
        goal "It is as the member wants it."
        skip when wish is leave
        say  "It is done, and you get it in writing."
        promise letter within ${choices.between(1, 4)} days

      step go_on "Go on"
        goal "The member knows the next day that matters."
        ask  wish unless wish is known
        say on email "Your next steps are below."
        say  "Is there anything else?"
        continue with let_go when wish is leave and attempts is at least 1

      boundary no_pressure "No pressure"
        never say pressure
        say instead "It is your decision."

      boundary pause_first "A break is offered before anything is settled"
        always offer pause before step settle

      boundary modest "What may be given"
        never offer cheaper over ${cut} GBP
        never offer coaching over plan_price unless approved by head_coach

      escalation bad_mood "It goes wrong"
        when tone is at most -0.5 for ${choices.between(2, 3)} messages
        to coaches, then head_coach after 10 minutes
        resolve within ${choices.between(41, 90)} minutes
        hand over why

      escalation wants_a_person "Somebody wants to talk to a person"
        when customer has said "talk to a person" twice
        to head_coach
        ask  why unless why is known
        consult coaches when why is injury
        hand over why
        continue with let_go when wish is leave
    `;
    const letGo = page`
      playbook let_go "Goodbye to a member"
        owner   "Memberships"
        version 1.0.0

      field last_day date "The last day of training"

      step last_things
        goal "The member knows the last day."
        say  "You are welcome back at any time."
        ask  last_day "Which day should be the last?"

      step wave
        goal "We part as friends."
        say  "Your last day is {last_day}. Thank you for training with us." when last_day is known
        say  "Thank you for training with us." when last_day is not known
    `;
    const question = page`
      playbook gym_question "A question about a membership"
        owner   "Memberships"
        version 1.0.0

      trigger asks
        when customer says "my membership", "cancel* ... membership"

      step answer
        goal "The member has an answer."
        say  "What would you like to know?"
    `;
    return new Map([
      ['gym/leaving_gym.playbook', leaving],
      ['gym/let_go.playbook', letGo],
      ['gym/gym_question.playbook', question],
    ]);
  },
};

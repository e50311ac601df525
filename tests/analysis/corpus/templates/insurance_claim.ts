import { page, type Template } from '../template.ts';

/**
 * A claim that was turned down, and the playbook for those who then want to leave.
 *
 * - The way back from `weigh` needs a reply there and the answer no; `attempts` begins anew each time, so there is always a question between.
 * - A claim is either before `day` or not; both lines in `explain` may be silent where nobody knows the date, and the third is said in any case.
 * - `accident` is recorded in `hear`, whose only exit leads to `write_up`, where it is recorded, too.
 * - `second_look` is reached by its `go to` with a no; from above it is passed over, since there the answer is yes.
 * - `leaving` is called at the end and never comes back; it calls nobody.
 * - The limit is on `goodwill` alone; `review` is worth nothing.
 * - The expert may be away on Sundays; the one who stands in never is.
 */
export const insuranceClaim: Template = {
  name: 'insurance claim',
  write: (choices) => {
    const day = `2026-0${choices.between(1, 9)}-01`;
    const goodwill = choices.between(2, 12) * 25;
    const tries = choices.between(1, 3);
    const claim = page`
      playbook claim_refused "A claim that was turned down"
        about      "We said no to a claim, and the customer does not see why."
        owner      "Claims"
        version    1.0.${choices.below(20)}
        status     ${choices.one(['active', 'draft'])}
        review by  2027-06-30
        valid from 2026-02-01 until 2027-12-31

      signal claimed_on   date fixed "The day of the accident."
      signal claim_value  in EUR from 0 to 50000
      signal letters_sent count "Letters about the claim; each one is an event."
      signal plan         one of basic, plus, full fixed

      field accident   text "What happened"
      field reason_why one of late, not_covered, excess, other "Why we said no"
      field convinced  yes or no "The customer follows the reason"
      field stays      yes or no "The customer wants to stay with us"

      phrases refused "A claim turned down": "claim ... refused/rejected/denied", "turned down my claim"
      phrases fine_print: "small print", "as the contract says"

      wording next_steps
        "You can ask for a second look within six weeks."
        "It costs you nothing."
        approved by ombudsman_desk

      team experts "Claims experts"
        answers within ${choices.between(5, 15)} minutes
        open monday to friday, saturday 08:00 to 18:00 "Europe/Dublin"
        otherwise claims_lead
      team claims_lead "Head of claims" answers within 20 minutes
      team ombudsman_desk "Second looks" answers within 2 days

      trigger not_fair
        when customer says refused and letters_sent is known
      trigger letter_storm
        when letters_sent is at least ${choices.between(3, 6)} in the last ${choices.between(2, 4)} weeks

      step hear "Hear what happened"
        goal "We know the accident in the customer's own words."
        say  "Tell me what happened on that day."
        record accident
        go to write_up when customer has said "wrong number"

      step explain "Say why, in plain words"
        goal "The customer knows the reason."
        say  "It happened before this contract began." when claimed_on is less than ${day}
        say  "It happened while you were with us." when claimed_on is at least ${day}
        say  "Let me read the reason with you."
        record reason_why
        consult experts when reason_why is other or claim_value is more than ${choices.between(1, 20) * 1000} EUR

      step weigh "Ask whether it makes sense"
        goal "We know whether the customer follows."
        ask  convinced "Does that make sense to you?"
        go to explain when convinced is no and attempts is at least ${tries} and declined is less than 2
        go to second_look when convinced is no and declined is at least 2
        offer goodwill "Something towards the damage" worth up to ${goodwill} EUR when plan is one of plus, full
        offer review   "A second look, by somebody else" unless plan is basic
        done when convinced is yes

      step second_look "Start the second look"
        goal "Somebody else is going to look at it."
        skip when convinced is yes
        say  next_steps
        promise second_answer within ${choices.between(1, 3)} weeks

      step write_up "Write it down"
        goal "Nothing is left open."
        say  "I have it all on paper now."
        record accident

      step see_out "See them off"
        goal "The customer knows where we stand."
        ask  stays "Would you like to stay with us?"
        continue with leaving when stays is no

      boundary on_paper "The story is on paper"
        always record accident before step second_look
        always record accident before close

      boundary plain "Plain words"
        never say fine_print

      boundary goodwill_limit "What one person may give"
        never offer goodwill over ${goodwill} EUR
    `;
    const leaving = page`
      playbook leaving "A customer who wants to leave"
        owner   "Contracts"
        version 1.0.0

      field last_day date "The last day of the contract"

      step part "Part as friends"
        goal "The customer knows the last day."
        say  "I am sorry to see you go."
        ask  last_day "Which day should be the last?"
        say  "So it ends on {last_day}." when last_day is known
    `;
    return new Map([
      ['claims/claim_refused.playbook', claim],
      ['claims/leaving.playbook', leaving],
    ]);
  },
};

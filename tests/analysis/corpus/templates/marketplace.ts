import { page, type Template } from '../template.ts';

const SELLERS = ['books', 'toys', 'tools', 'shoes', 'lamps'];

/**
 * A marketplace: up to four playbooks on one shared library.
 *
 * - Each playbook starts by words of its own, about its own goods, and by no fact: no single message is about two of them.
 * - The house rule wants `matter` and `outcome` on record before the close. Every playbook asks for the first in `hear` and records the
 *   second in `wrap_up`, the last step of every way. The exit of `hear` waits for a reply, so that the step is done; `matter` is asked again in
 *   `fetch` if it isn't known.
 * - `address` is asked in the playbook that each of them completes before anything is sent.
 * - Where a swap is skipped nothing is owed: the rule on order is about `hear` and `mend`.
 */
export const marketplace: Template = {
  name: 'marketplace',
  write: (choices) => {
    const limit = choices.between(3, 20) * 10;
    const sellers = choices.some(SELLERS, 4);
    const shared = page`
      // Shared by all sellers of the marketplace.

      signal anger       from 0 to 10
      signal price       in USD fixed "What was paid."
      signal seller_away yes or no "The seller has not answered for two days."
      signal buyer_since date fixed

      field matter  text "What it is about, in the buyer's own words"
      field outcome one of swapped, refunded, handed_over "How it came out"
      field address text "Where to send it"

      phrases finger_pointing "Pointing at others": "seller's fault", "take it up with", "not our problem"
      phrases counting "A streak of anger": "ridiculous", "last time i"

      situation regular "Somebody who buys here often"
        when buyer_since is less than 2024-01-01
      situation seething
        when (anger is at least ${choices.between(7, 9)} or customer has said counting twice) and not regular

      team market_desk "Market desk"
        answers within 3 minutes
        open monday to friday 08:00 to 20:00 "America/Chicago"
        otherwise market_lead
      team market_lead "Market lead, always to be reached" answers within 12 minutes

      framework hear_and_mend "Hear, mend, close"
        stage hear  goal "The buyer feels heard."
        stage mend  goal "There is a way forward."
        stage thank goal "The buyer would come back." optional
        stage close goal "It is on paper."

      boundary ours "Bought here, so ours to mend"
        never say finger_pointing
        say instead "You bought it here, so I will mend it."

      boundary on_paper "Every case is on paper"
        always record matter, outcome before close

      boundary gifts "What we may give"
        never offer anything over ${limit} USD unless approved by market_lead
        never offer anything over ${limit * 4} USD in total

      escalation seething_buyer "A buyer who is about to leave"
        when seething
        to market_desk, then market_lead after 8 minutes
        resolve within ${choices.between(21, 50)} minutes
        hand over matter
    `;
    const address = page`
      use "shared/market.playbook"

      playbook where_to "Where should it go?"
        owner   "Market"
        version 1.0.0

      step question
        goal "We know where to send it."
        ask  address "Where should we send it?"
    `;
    const playbook = (goods: string) => page`
      use "shared/market.playbook"

      playbook broken_${goods} "Trouble with ${goods}"
        owner   "Market"
        version 1.${choices.below(9)}.0
        follows hear_and_mend

      trigger says_so
        when customer says "${goods} ... broken/damaged/wrong", "wrong ${goods}"

      step hear "Hear what is wrong"
        stage hear
        say  "Tell me about the ${goods} you got."
        ask  matter "What is wrong with the ${goods}?"
        go to fetch when seething and attempts is at least 1

      step look "Look at the order"
        stage hear
        do   "Open the order."
        complete where_to unless address is known
        done when address is known

      step swap "Send another"
        stage mend
        skip when seller_away
        offer swap_${goods} "Another one, to the same place"
        say   "It would go to this address: {address}."

      step refund "Pay it back"
        stage mend
        skip when swap_${goods} has happened
        offer refund "What you paid" worth price
        ${choices.chance(50) && `offer gift "Something small" worth up to ${choices.between(1, 4) * 5} USD when regular`}

      step fetch "Bring somebody in"
        stage mend
        say  "Let me see who else can help."
        ask  matter unless matter is known
        escalate to market_lead when seething

      ${choices.chance(50) && 'step kind_word "Thank them"\n  stage thank\n  say "Thank you for telling us."'}

      step wrap_up "Write it down"
        stage close
        say  "I have it all written down."
        record outcome

      boundary order_of_things_${goods} "First hear, then mend"
        always step hear before step refund
        always stage hear before stage mend
    `;
    return new Map([
      ['shared/market.playbook', shared],
      ['where_to.playbook', address],
      ...sellers.map((goods) => [`broken_${goods}.playbook`, playbook(goods)] as const),
    ]);
  },
};

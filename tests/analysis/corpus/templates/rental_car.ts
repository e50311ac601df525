import { page, type Template } from '../template.ts';

/**
 * A charge for damage to a rental car: money against money, dates, and a way out for each plan.
 *
 * - `damage` is asked in the first step; `{damage}` stands after it, and only where it is known.
 * - The plans exclude each other and never change: of the exits of `look` one at most is taken, whoever has another plan goes on to
 *   `decide`, and passes over the steps of the plans.
 * - `waive` is worth what was charged; above the deposit somebody approves it. Neither says that it must be more.
 * - The photos are recorded in `look`, which every way to `decide` goes through; it can't be left before a reply.
 * - Two rules forbid the same offer, each in a case of its own, and both leave a case in which it may be made.
 */
export const rentalCar: Template = {
  name: 'rental car',
  write: (choices) => {
    const small = choices.between(1, 10) * 10;
    const large = small + choices.between(1, 20) * 50;
    const plans = choices.some(['gold', 'silver', 'bronze'], 2);
    const playbook = page`
      playbook scratched_car "A scratch, and a bill for it"
        owner   "Returns"
        version 1.0.0
        status  active
        source  "Damage policy, page ${choices.between(1, 40)}"

      signal charged   in EUR fixed "What was charged for the damage."
      signal deposit   in EUR fixed "What we hold."
      signal returned  date fixed "The day on which the car came back."
      signal plan      one of none, ${plans.join(', ')} fixed
      signal evidence  from 0 to 100 "How sure the photos make us."
      signal upset     from 0 to 10

      field damage text "What the driver says about it"
      field photos yes or no "The driver has seen the photos"
      field agreed yes or no "The driver agrees"

      phrases scratched "A charge for damage": "charged ... damage/scratch", "scratch ... not me/mine"
      phrases blaming: "you scratched it", "you must pay"

      wording dispute_terms
        "You can dispute a charge within sixty days."
        in french "Vous pouvez contester un montant sous soixante jours."
        in italian "Puoi contestare un addebito entro sessanta giorni."
        approved by lawyers

      team lawyers "Lawyers" answers within 1 day
      team depot "Depot"
        answers within ${choices.between(5, 15)} minutes
        open daily 07:00 to 19:00 "Europe/Rome"
        closed 2026-08-15
        otherwise head_office
      team head_office "Head office" answers within ${choices.between(10, 30)} minutes

      trigger not_me
        when customer says scratched unless customer has said "thank you for the photos"
      trigger large_charge
        when charged is at least ${large} EUR and messages is at least 1 and upset is at least ${choices.between(4, 8)}

      step hear "Hear the driver's side"
        goal "We know what the driver saw."
        say  "Tell me how the car looked when you brought it back."
        ask  damage "What did you see?"
        done when damage is known

      step look "Look at the photos together"
        goal "We have both seen the photos."
        say  "You told me this: {damage}. Here are our photos." when damage is known
        say  "Here are our photos." when damage is not known
        ask  photos "Can you see the mark?"
        record photos
        ${plans.map((plan) => `go to ${plan}_help when plan is ${plan} and attempts is at least 1`).join('\n')}

      step decide "Decide"
        goal "The driver knows what is charged, and why."
        say   dispute_terms
        offer waive "We take the charge back" worth charged when evidence is less than 50
        offer half  "We share it" when evidence is at least 50 and charged is more than ${small} EUR
        ask   agreed "Can we leave it at that?"
        go to look when agreed is no and photos is no and attempts is at least ${choices.between(1, 3)}
        done when agreed is known

      ${plans
        .map(
          (plan) => `step ${plan}_help "What the ${plan} plan covers"
  goal "The driver knows what the plan pays."
  skip when plan is not ${plan}
  say  "Your ${plan} plan covers scratches."
  consult depot when charged is more than ${large} EUR`,
        )
        .join('\n\n')}

      step goodbye "See them off"
        goal "It is settled."
        record agreed

      boundary seen_first "First the photos"
        always record photos before step decide
        always step look before step decide

      boundary fair "What is fair"
        never offer waive over deposit unless approved by head_office
        never offer waive when evidence is at least 90
        never escalate when evidence is at least 99 and upset is at most 1
        never offer half when returned is less than 2025-06-01
        never say blaming
        say instead "Let us look at the photos together."

      escalation dear "A large sum, and nobody agrees"
        when agreed is no and charged is at least ${large} EUR
        to depot, then head_office after 20 minutes
        resolve within 1 hour
        hand over damage, photos
    `;
    return new Map([['scratched_car.playbook', playbook]]);
  },
};

import { page, type Template } from '../template.ts';

/**
 * A meal with something in it that the guest must not eat.
 *
 * - `allergy` is asked in the first step; nothing about ingredients is said or cooked until it is known.
 * - `ill` brings in help at once; the same word stops offers, which are then not what the guest needs.
 * - The number of courses only changes how many steps there are; each is passed over by an answer that the one before asks for.
 * - Money back is worth the bill, dessert is worth `dessert`: the limits are on each by itself, the one by approval, the other above what is offered.
 * - The kitchen closes at night; who stands in for it doesn't.
 */
export const foodOrder: Template = {
  name: 'food order',
  write: (choices) => {
    const dessert = choices.between(4, 12);
    const limit = choices.between(2, 9) * 10;
    const courses = ['starter', 'main', 'sweet'].slice(0, choices.between(1, 3));
    const steps = courses.map((course, index) =>
      page`
        step look_at_${course} "Look at the ${course}"
          goal "We know whether the ${course} is safe."
          ${index > 0 && `skip when ${courses[index - 1]}_safe is no`}
          do   "Read the label of the ${course}, aloud."
          say  "I am reading the label with you."
          ask  ${course}_safe "Is there anything in it that you must not eat?"
          done when ${course}_safe is known
      `.trim(),
    );
    const playbook = page`
      playbook food_order "Something in the meal"
        owner   "Kitchen and Delivery"
        version 1.0.${choices.below(9)}

      signal bill    in CHF fixed
      signal minutes_since in minutes "Since the first bite."
      signal mood    from 1 to 5
      signal channel one of table, phone fixed

      field allergy text "What the guest must not eat"
      field ill     yes or no "The guest feels ill"
      ${courses.map((course) => `field ${course}_safe yes or no`).join('\n')}

      phrases in_the_meal "Something in the meal": "nuts/milk/gluten ... in my/the", "allergic to", "there is ... in my food"
      phrases ill_words "Somebody is ill": "can't swallow", "throat ... tight/swollen", "feel ill" except "feel ill at ease"
      phrases belittling: "a little bit won't", "just pick it out"

      action cook_again "Cook it again"

      situation emergency "It may be serious"
        when ill is yes or customer has said ill_words

      team first_aid "First aid, at all times" answers within 1 minute
      team kitchen "Kitchen"
        answers within ${choices.between(3, 9)} minutes
        open daily 11:00 to 23:00 "Europe/Zurich"
        otherwise first_aid

      trigger found_something
        when customer says in_the_meal
      trigger bad_sign
        when customer says ill_words unless customer says "from last week"

      step ask_first "Ask first"
        goal "We know what must not be eaten, and how the guest feels."
        say  "Please stop eating. Tell me what you must not eat."
          or "Please put it aside. What is it that you must not eat?"
        say on phone "I stay on the line with you."
        ask  allergy "What must you not eat?"
        ask  ill     "Do you feel ill?"
        done when allergy is known and ill is known

      ${steps.join('\n\n')}

      step make_good "Make it good"
        goal "The guest has a meal that is safe."
        do    cook_again when allergy is known
        offer money_back "The whole bill" worth bill unless emergency
        offer dessert    "A safe dessert, on us" worth ${dessert} CHF unless emergency
        consult kitchen when mood is at most 2
        done when attempts is at least 1 and mood is at least 2

      boundary safe_first "First what must not be eaten"
        never do cook_again unless allergy is known
        never say belittling
        always record allergy before step make_good

      boundary not_now "No offers to somebody who is ill"
        never offer anything when emergency

      boundary gestures "What we give"
        never offer money_back over ${limit} CHF unless approved by kitchen
        never offer dessert over ${dessert} CHF

      escalation serious "Somebody is ill"
        when emergency
        beats everything
        to first_aid
        stay until answered
        say "Help is on its way. I am staying with you."
        ask ill "How do you feel now?"
        hand over allergy, ill

      escalation not_better "It has taken long"
        when mood is at most 1 and minutes_since is at least ${choices.between(10, 40)} minutes
        tell kitchen "A guest has waited for a safe meal."

      follow up next_day "How is the guest?"
        when serious has happened
        within 1 day
        say on phone "I wanted to hear how you are."
        say on table "We wanted to know how you are."
        ask ill "Are you well again?"
    `;
    return new Map([['food_order.playbook', playbook]]);
  },
};

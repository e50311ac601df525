import { page, type Template } from '../template.ts';

/**
 * A clinic's phone: abuse, danger, and what nobody may do while somebody is in danger.
 *
 * - Insults are met with a warning, then with the end; `never … when at_risk` forbids both only while somebody is in danger, so either has its place.
 * - A `never` of a library and an escalation of the same library rest on one situation: that is what it is for.
 * - The danger escalation beats all others and goes to a team that never closes.
 * - `symptoms` is asked for in the first step in every case; what forbids advice until it is known is about the action, and lifted by it.
 * - `beats everything` stands in one of the two playbooks, so they never start without order.
 */
export const clinic: Template = {
  name: 'clinic',
  write: (choices) => {
    const wait = choices.between(10, 60);
    const long = wait + choices.between(10, 60);
    const warnings = choices.between(1, 3);
    const rules = page`
      // The rules of the house: nobody in danger is warned, parked or cut off.

      signal anger     from 0 to 10
      signal wait_time in minutes from 0 to 240 "How long the patient has waited."
      signal pain      from 0 to 10

      field symptoms text "What hurts, and since when"
      field called   text "Whom we have called"

      action hold      "Put the patient on hold"
      action book_slot "Book the next free slot"

      phrases insults "Abuse": "you idiot*", "useless ... people" except "i feel like an idiot"
      phrases danger_words "In danger": "can't breathe", "chest ... pain/hurts", "no reason to live"
      phrases diagnoses: "you have <number>", "it is nothing", "don't make a fuss"

      situation at_risk "The patient may be in danger"
        when customer has said danger_words or pain is at least 9

      team nurses "Nurses, day and night" answers within 1 minute
      team front_office "Front office"
        answers within 5 minutes
        open monday to friday 07:00 to 19:00 "Europe/Vienna"
        otherwise nurses
      team guards "Guards" answers within 3 minutes

      boundary respectful "Abuse is met with a warning, then with an end"
        each time customer says insults unless customer says "sorry"
        first time  warn "I want to help you, and I need us to keep this calm."
        ${warnings > 1 && 'second time warn "If this goes on, I have to end our talk."'}
        ${warnings > 2 && 'third time escalate to guards'}
        then        end conversation

      boundary never_alone "Nobody in danger is warned, parked or cut off"
        never warn, end conversation, do hold when at_risk

      boundary no_guessing "Nobody here makes a diagnosis"
        never say diagnoses
        say instead "A nurse will tell you what it may be."

      escalation danger "Somebody may be in danger"
        when at_risk
        beats everything
        to nurses
        stay until answered
        do  "Ask for the address, and stay on the line."
        say "I am staying with you, and a nurse is joining us."
        hand over symptoms

      escalation boiling "Anger that stays"
        when anger is at least 8 for ${choices.between(2, 4)} messages
        to front_office, then nurses after ${choices.between(6, 12)} minutes
        tell guards "Somebody at the desk is very angry."
        resolve within ${choices.between(20, 60)} minutes
        say "I would like a colleague to join us."
        hand over symptoms, called

      agent care breather "After a hard one"
        when respectful has happened twice or danger has happened
        do "Take five minutes away from the phone."

      trend rough_week "A rough week"
        when respectful happens at least ${choices.between(10, 40)} times in the last 7 days
        tell front_office, then nurses after 1 hour "Look at the waiting times."
    `;
    const waiting = page`
      use "shared/house.playbook"

      playbook long_wait "A patient has waited too long"
        owner   "Reception"
        version 1.0.0

      field comes_back yes or no "The patient comes back later"

      trigger tired_of_waiting
        when customer says "waiting ... hours/ages", "still waiting"
      trigger clock_says_so
        when wait_time is at least ${wait} minutes and pain is less than 9

      step own_it "Say how long it was"
        goal "The patient knows that we have seen the wait."
        say  "You have waited {wait_time}. Thank you for staying." when wait_time is known
        say  "That was a long wait. Thank you for staying."
        ask  symptoms "What brings you here?"
        do   "Offer water."
        go to slot when attempts is at least 1 and wait_time is at least ${long} minutes and pain is less than ${choices.between(4, 7)}

      step place "Say where they are in line"
        goal "The patient knows how long it still takes."
        say  "There are a few people before you."
        record called

      step slot "Offer another time"
        goal "The patient can choose."
        do   book_slot when symptoms is known
        do   hold unless at_risk
        ask  comes_back "Would you like to come back later?"
        never do hold when pain is at least 5

      boundary know_first "First what hurts, then the slot"
        never do book_slot unless symptoms is known
    `;
    const abuse = page`
      use "shared/house.playbook"

      playbook at_the_end "Nobody listens any more"
        owner   "Security"
        version 1.1.${choices.below(9)}
        beats   everything

      trigger again_and_again
        when respectful has happened ${choices.one(['twice', 'at least 3 times'])} or anger has been at least 10

      step breathe "Slow down"
        goal "There are pauses again."
        do   "Speak less than they do."
        say  "I have heard you. Give me a moment to write that down."
        record symptoms, called
    `;
    return new Map([
      ['shared/house.playbook', rules],
      ['long_wait.playbook', waiting],
      ['at_the_end.playbook', abuse],
    ]);
  },
};

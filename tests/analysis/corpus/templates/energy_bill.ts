import { page, type Template } from '../template.ts';

/**
 * An energy bill that has doubled: counts, spans of time, streaks and situations.
 *
 * - The two triggers are about different things: what is said, and what was reported in some days. Neither makes the other idle.
 * - `worried` and `worn_out` overlap, and neither contains the other: the one is about words, the other about contacts.
 * - `reading` is recorded in the first step in every case, and is what the rule before `plan` asks for.
 * - `care` is passed over where nobody spoke of money, which is always known; the way to `plan` leaves it out for a leak.
 * - The second streak is longer and at a lower threshold than the first: each can be so without the other.
 */
export const energyBill: Template = {
  name: 'energy bill',
  write: (choices) => {
    const often = choices.between(2, 5);
    const days = choices.between(3, 14);
    const heat = choices.between(7, 9);
    const streak = choices.between(2, 3);
    const rise = choices.between(2, 9) * 10;
    const credit = choices.between(1, 5) * 10;
    const playbook = page`
      playbook energy_bill "The bill has doubled"
        owner     "Billing"
        version   1.4.0
        review by 2027-${choices.one(['03', '06', '09'])}-30
        source    "Billing rules, part 2"

      signal channel   one of phone, email fixed
      signal anger     from 0 to 10
      signal contacts  count "Contacts about the same matter; each one is an event."
      signal bill_rise in GBP "How much higher the bill is."
      signal prepaid   yes or no fixed

      field reading number "What the meter says"
      field cause   one of leak, tariff, estimate, unclear "Where the rise comes from"
      field agreed  yes or no "The customer has said yes to a plan"

      phrases high_bill "A bill that is too high": "bill ... doubled/wrong/high", "overcharged"
        except "high street"
      phrases money_worries "Not enough money": "can't/cannot pay", "choose between heating"
      phrases kind_words "A kind word": "thank you for", "i am sorry"

      situation worried "The customer may be short of money"
        when customer has said money_worries
      situation worn_out "Too many contacts"
        when contacts is at least ${often} in the last ${days} days and anger is at least 4
      situation long_heat
        when anger is at least ${heat} for ${streak} messages or anger is at least ${heat - 1} for ${streak + 2} messages

      team billing_desk "Billing desk"
        answers within 10 minutes
        open monday to friday 09:00 to 17:30 "Europe/Berlin"
        open saturday 10:00 to 14:00 "Europe/Berlin"
        otherwise care_line
      team care_line "Care line, day and night" answers within ${choices.between(3, 9)} minutes

      trigger says_so
        when customer says high_bill unless customer says "pay my bill"
      trigger keeps_calling
        when contacts is at least ${often} in the last ${days} days

      step read "Read the meter together"
        goal "We both know what the meter says."
        do on phone "Wait while they fetch the number."
        say  "Let us look at the meter first. I will wait while you go."
        ask  reading "What does the meter say?" unless reading is known
        record reading
        done when reading is known

      step explain "Say where it comes from"
        goal "The customer knows why the bill is what it is."
        say  "Your meter says {reading}. Let us see what was billed."
        record cause
        go to plan when cause is leak and attempts is at least 1
        done when cause is known and anger is less than ${heat}

      step care "Ease the worry"
        goal "The customer knows that the heating stays on."
        do   "Take your time. Money is hard to talk about." unless prepaid
        skip when not worried
        say  "Your heating stays on. We will find a way."
        consult billing_desk when bill_rise is more than ${rise} GBP and billing_desk is open

      step options "Show the choices"
        goal "The customer knows what can be changed."
        say   "A cheaper tariff may suit you." when cause is tariff
        say   "We will bill what the meter says." when cause is estimate
        offer credit "Something off the next bill" worth ${credit} GBP when bill_rise is at least ${rise} GBP

      step plan "Make a plan"
        goal "There is a plan that the customer can pay."
        offer small_steps "The bill in three parts"
        ask   agreed "Would that help you?"
        promise new_bill within ${choices.between(2, 7)} days

      step farewell "Say goodbye"
        goal "The customer feels welcome."
        say  "Thank you for going through it with me."

      boundary reading_first "First the meter, then the plan"
        always record reading before step plan
        always step read before step plan

      boundary kind "A kind word for everybody"
        always say kind_words before close when bill_rise is more than 0 GBP

      boundary fair_credit "What we may give"
        never offer credit over ${credit} GBP
        never offer anything over ${credit + choices.between(0, 3) * 10} GBP in total

      escalation worn "Somebody should look at it as a whole"
        when worn_out or long_heat
        to billing_desk, then care_line after 15 minutes
        resolve within ${choices.between(26, 60)} minutes
        say "I am asking a colleague to look at all of it with us."
        hand over reading, cause

      agent care pause "After a long one"
        when worn has happened or elapsed is at least ${choices.between(20, 50)} minutes
        do "Take five minutes. Drink some water."

      trend billing_week "Bills that nobody understands"
        when energy_bill happens at least ${choices.between(20, 90)} times in the last ${days} days
        tell billing_desk "Far more bills than usual are in question."

      scenario "A worried customer gets to the plan"
        given prepaid no
        customer says "My bill has doubled, I cannot pay that" with anger 3
        agent says "Let us look at the meter first. I will wait while you go."
        agent records reading 4711
        agent records cause tariff
        agent says "Let us see what was billed."
        expect step care
    `;
    return new Map([['energy_bill.playbook', playbook]]);
  },
};

import { page, type Template } from '../template.ts';

/**
 * Money has gone from an account: three files, and a playbook that another completes.
 *
 * - `postcode` is asked in `who_is_it`, which `bank_fraud` completes in its first step, before any line that waits for it.
 * - `never ask pin` is no trouble for anybody: no step asks for it. It is the library's field, which only a rule mentions.
 * - The terms are said in `freeze`, before `refund`; every way there leads through `freeze`, since `listen` is above it and has no exit. Its own exit waits
 *   for a reply, so the step counts as done.
 * - Every wording is there in every language, and approved.
 * - `way_in` is fixed: who is taken to `at_the_desk` comes from a branch. Others get there from `by_screen`, and pass it over if we know where they are.
 * - A repayment above the limit may be approved; what stands in the step is open as to its worth.
 * - `bank_fraud` beats `bank_question`, which starts by the same words.
 */
export const bankFraud: Template = {
  name: 'bank fraud',
  write: (choices) => {
    const limit = choices.between(2, 20) * 100;
    const score = choices.between(50, 80);
    const certain = choices.between(score + 1, 99);
    const welsh = choices.chance(50);
    const polish = choices.chance(50);
    const shared = page`
      // What every playbook of the bank rests on.

      signal fraud_score from 0 to 100 "How likely the payment was not the customer's."
      signal way_in      one of online, branch, phone fixed "How the customer reached us."

      field postcode text "The customer's postcode"
      field pin      text "Never to be asked"
      field story    text "What happened, in the customer's own words"

      phrases taken_words "Money that has gone":
        "money ... gone/stolen/missing", "did not make ... payment", "somebody used my card"
      phrases doubt "Doubting the customer": "are you certain", "did you give ... card"

      team fraud_desk "Fraud desk, day and night" answers within ${choices.between(2, 8)} minutes
      team legal      "Legal" answers within 2 days

      wording fraud_terms
        "We pay back what was taken, unless the payment was yours."
        ${welsh && 'in welsh "Rydym yn ad-dalu\'r hyn a gymerwyd, oni bai mai chi a dalodd."'}
        ${polish && 'in polish "Zwracamy to, co zabrano, chyba że to Twoja płatność."'}
        approved by legal

      wording card_stopped
        "Your card is stopped, and a new one is on its way."
        ${welsh && 'in welsh "Mae eich cerdyn wedi\'i stopio, ac mae un newydd ar ei ffordd."'}
        ${polish && 'in polish "Karta jest zablokowana, a nowa jest w drodze."'}
        approved by legal

      boundary secrets_stay_secret "Nobody asks for a PIN"
        never ask pin
        never mention pin

      boundary believed "The customer is believed first"
        never say doubt
        say instead "Tell me which payments you don't know."

      escalation likely_theft "The score is high, and the customer says so"
        when fraud_score is at least ${certain} and customer has said taken_words
        to fraud_desk
        resolve within ${choices.between(10, 40)} minutes
        stay until answered
        say "I am staying with you while a colleague joins us."
        hand over story
    `;
    const fraud = page`
      use "shared/bank.playbook"

      playbook bank_fraud "Money has gone"
        owner   "Fraud Care"
        version 2.0.0
        beats   bank_question
        valid from 2026-01-01

      field amount in GBP "How much is missing"
      action stop_card "Stop the card at once"

      trigger says_so
        when customer says taken_words
      trigger score_says_so
        when fraud_score is at least ${certain}

      step listen "Hear what happened"
        goal "We know who it is, and what happened."
        complete who_is_it
        say  "Thank you for coming straight to us. What have you noticed?"
        ask  story "What happened?"
        record story

      step freeze "Stop it from growing"
        goal "Nothing more can be taken."
        do   stop_card when fraud_score is at least ${score} or story is known
        say  card_stopped when stop_card has happened
        say  fraud_terms
        ask  amount "How much is missing?"
        go to at_the_desk when way_in is branch and attempts is at least 1

      step by_screen "Show where it can be seen"
        goal "The customer finds the case in the app."
        skip when way_in is phone
        say "You will find your case in the app, under your name." when postcode is known

      step at_the_desk "Put it on paper"
        goal "The customer has it on paper."
        skip when way_in is one of online, phone
        do "Print the case and sign it."

      step refund "Give it back"
        goal "The customer knows when the money is back."
        offer repayment "What was taken, paid back" worth amount
        promise payment within ${choices.between(1, 5)} days

      step closing "See them off"
        goal "The customer feels safe again."
        say "We watch the account for the next weeks."
        record amount

      boundary terms_first "The terms come before the money"
        always say fraud_terms before step refund
        always step freeze before step refund

      boundary repayment_authority "Large sums are looked at twice"
        never offer repayment over ${limit} GBP unless approved by fraud_desk
    `;
    const question = page`
      use "shared/bank.playbook"

      playbook bank_question "A payment that looks odd"
        owner   "Current Accounts"
        version 1.0.${choices.below(9)}

      trigger odd_payment
        when customer says taken_words, "odd/strange payment"

      step look "Look at it together"
        goal "We know which payment it is."
        say  "Let us look at your payments together."
        ask  story "Which payment is it?"
    `;
    const who = page`
      use "shared/bank.playbook"

      playbook who_is_it "Who is speaking?"
        owner   "Current Accounts"
        version 1.0.0

      step question
        goal "We know who it is."
        ask  postcode "Which postcode do we have for you?"
    `;
    return new Map([
      ['shared/bank.playbook', shared],
      ['bank_fraud.playbook', fraud],
      ['bank_question.playbook', question],
      ['who_is_it.playbook', who],
    ]);
  },
};

import { page, type Template } from '../template.ts';

/**
 * A parcel that is late.
 *
 * - `complaint` is recorded in the first step. Nothing leaves that step before it ends, so every way to the close has it.
 * - `hear` is the first step and is never skipped, so the stages come in order on every way.
 * - The way back from `confirm` needs a reply there and an answer that is no, so each round has a reply and a question in it; a yes ends it.
 * - `hand_over` is reached by its `go to` while nothing is chosen; from above it is passed over, since there something is.
 * - What an offer may be worth is at most what may be offered without asking, or else there is somebody who may approve it.
 * - The ladder ends with a team that never closes, and the time to settle it is more than all waits together.
 */
export const lateParcel: Template = {
  name: 'late parcel',
  write: (choices) => {
    const days = choices.between(2, 9);
    const heat = choices.between(6, 9);
    const calm = choices.between(2, heat - 1);
    const streak = choices.between(2, 4);
    const limit = choices.between(5, 30) * 10;
    const voucher = choices.between(1, 4) * 5;
    const patience = choices.between(2, 4);
    const wait = choices.between(3, 10);
    const playbook = page`
      playbook late_parcel "A parcel is late"
        about   "An order is overdue, and somebody is waiting for it."
        owner   "Delivery Care"
        version 1.${choices.below(9)}.0
        follows listen_and_mend
        source  "Delivery standards, section ${choices.between(1, 9)}"

      signal channel     one of phone, chat, email fixed "Where the conversation takes place."
      signal anger       from 0 to 10 "How angry the customer sounds."
      signal order_delay in days "How long the order is overdue."
      signal order_value in GBP fixed "What the customer paid."

      field order_number text "The order this is about"
      field complaint    text "What went wrong, in the customer's own words"
      field understood   yes or no "The customer says that we have understood"
      field choice       one of resend, wait, money "What the customer chose"

      /// For anything that did not come when it should have.
      framework listen_and_mend "Listen, mend, write down"
        stage listen "Listen and acknowledge" goal "The customer feels heard."
        stage mend   "Put it right" goal "There is a way forward that the customer chose."
        stage close  "Write it down" goal "The next reader need not ask again."

      phrases late_words "Late or lost":
        "where is my parcel/order", "parcel/order ... never arrived", "still waiting ... parcel/order"
        except "parcel number"
      phrases courier_blame "Pointing at the courier": "courier's fault", "blame the driver"

      team supervisors "Floor supervisors"
        answers within ${choices.between(1, 3)} minutes
        open monday to friday 08:00 to ${choices.between(17, 21)}:00 "Europe/London"
        closed 2026-12-25, 2027-01-01
        otherwise duty_manager
      team duty_manager "Duty manager, day and night" answers within 5 minutes

      trigger overdue "Overdue, or asked about"
        when customer says late_words or order_delay is at least ${days} days
        unless customer says "change ... address"

      step hear "Listen first"
        stage listen
        do   "Let them finish."
        say  "Tell me what you ordered, and what you needed it for."
          or "Thank you for telling us. What were you waiting for?"
        ${choices.chance(50) && 'say on phone "Take your time. I can hear you."'}
        ask on phone, chat order_number "Which order is it?" unless order_number is known
        record complaint
        done when complaint is known and anger is at most ${calm}

      step confirm "Say it back"
        stage listen
        ask  understood "Have I got that right?"
        go to hear when understood is no and attempts is at least ${choices.between(1, 2)}
        done when understood is yes

      step agree "Agree on a way forward"
        stage mend
        say   "I looked up {order_number} while we spoke." when order_number is known
        offer resend  "The same again, sent today" worth order_value
        offer voucher "Something off the next order" worth up to ${voucher} GBP
          when order_delay is more than ${days} days
        ask   choice "Which would you like?"
        go to hand_over when declined is at least 2 or attempts is at least ${patience}
        done when choice is known

      step follow_through "Start it while they listen"
        stage mend
        say "I am booking it now." when choice is resend
        say "You will hear from us every day." when choice is wait
        promise news within ${choices.between(1, 3)} days when choice is one of resend, wait

      step hand_over "Bring somebody in"
        stage mend
        skip when choice is known
        say "I am fetching a colleague who can do more."
        escalate to duty_manager

      step write_up "Write it down"
        stage close
        record complaint
        say "Thank you for your patience with us."

      boundary heard_first "First the story, then the offer"
        always stage listen before stage mend
        always record complaint before close

      boundary resend_authority "Costly parcels need a second pair of eyes"
        never offer resend over ${limit} GBP unless approved by supervisors
        ${choices.chance(50) && `never offer voucher over ${voucher} GBP`}

      boundary ours "Bought from us, so ours to mend"
        never say courier_blame
        say instead "You bought it from us, so finding it is our job."

      escalation very_angry "Anger that does not come down"
        when anger is at least ${heat} for ${streak} messages
        to supervisors, then duty_manager after ${wait} minutes
        resolve within ${wait + choices.between(10, 30)} minutes
        say "I would like a colleague to join us."
        hand over complaint, order_number

      scenario "A late parcel is sent again"
        given channel chat, order_value ${limit} GBP
        customer says "Where is my parcel?" with anger 1
        expect step hear
        agent says "Tell me what you ordered, and what you needed it for."
        agent records complaint "A kettle"
        agent records order_number "77"
        agent records understood yes
        agent says "Have I got that right?"
        expect step agree
        agent offers resend
        expect offer allowed
    `;
    return new Map([['late_parcel.playbook', playbook]]);
  },
};

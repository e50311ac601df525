import { page, type Template } from '../template.ts';

/**
 * The network is down: what starts by itself, what is told to whom, and what comes back to the customer.
 *
 * - The first trigger asks for many faults in a short time, the second for some faults over a longer one and words: neither contains the other.
 * - The exits of `say_what_we_know` rest on different facts, so each can be the first that fits; both wait for a reply, and its first words say sorry.
 * - The follow up is over when the line works, or after so many times; what it says needs no field.
 * - `line_works` is asked in `check`, where each way ends.
 */
export const telecomsOutage: Template = {
  name: 'telecoms outage',
  write: (choices) => {
    const many = choices.between(10, 40);
    const some = choices.between(2, many - 1);
    const short = choices.between(5, 30);
    const long = choices.between(2, 12);
    const hours = choices.between(2, 6);
    const heat = choices.between(6, 9);
    const playbook = page`
      playbook outage "The network is down"
        about   "A fault that we know of, and many people who ask."
        owner   "Network Operations"
        version ${choices.between(1, 4)}.0.0
        source  "Major incidents, section ${choices.between(1, 9)}"

      signal faults     count "Faults on the same line; each one is an event."
      signal lasts      in hours "How long the fault has lasted."
      signal anger      from 0 to 10
      signal repair_day date "The day on which we expect it to work."
      signal confirmed  yes or no "The planners stand by that day."
      signal region     one of north, south, islands fixed

      field line_works yes or no "The line works again"
      field needs_line text "What the customer needs the line for"
      field done_so_far text "What we have tried"

      phrases dead_line "A dead line":
        "internet/line ... down/dead", "no internet/connection", "nothing works"
        except "no internet banking"
      phrases promises "A day nobody has confirmed": "by <date>", "by <time>", "within <duration>"
      phrases sorry_words: "i am sorry", "we are sorry"

      team engineers "Engineers"
        answers within ${choices.between(5, 20)} minutes
        open daily 00:00 to 24:00 "Europe/Madrid"
      team duty_lead "Duty lead" answers within 10 minutes

      trigger we_see_it
        when faults is at least ${many} in the last ${short} minutes
      trigger customer_sees_it
        when customer says dead_line and faults is at least ${some} in the last ${long} hours

      step say_what_we_know "Say what we know"
        goal "The customer knows that we know."
        say  "I am sorry. We know about the fault, and we are on it."
        say  "It should work again on {repair_day}." when repair_day is known and confirmed
        ask  needs_line "What do you need the line for today?"
        go to bridge when lasts is at least ${long} hours and attempts is at least 1
        go to island_help when region is islands and attempts is at least 1
        done when needs_line is known and anger is less than ${heat}

      step restart "Try what can be tried"
        goal "We know that it is not the box."
        do   "Restart the box from here."
        say  "I am restarting your box. That takes two minutes."
        record done_so_far

      step check "Look whether it works"
        goal "We know whether it works."
        ask  line_works "Does it work now?"
        go to goodbye when line_works is yes

      step island_help "The boat has to go first"
        goal "The customer knows that it takes longer."
        skip when region is one of north, south
        say  "The repair needs a boat, so it takes longer than on land."
        consult engineers when anger is at least ${heat}

      step bridge "Help over the day"
        goal "The customer can work today."
        offer mobile_data "Data for your phone, free" worth ${choices.between(1, 3) * 5} EUR
        offer refund      "The days without a line, paid back" when lasts is more than ${hours} hours
        promise news within ${hours} hours

      step goodbye "See them off"
        goal "The customer knows when news comes."
        say  "Thank you for your patience."

      boundary no_guessing "No day that nobody has confirmed"
        never say promises unless confirmed
        say instead "You will hear from us as soon as we know the day."

      boundary said_sorry "Somebody says sorry"
        always say sorry_words before step bridge

      escalation hot "Anger, and no end in sight"
        when anger is at least ${heat} and lasts is at least ${hours} hours and customer has not said "thank you"
        unless goodbye has happened
        to engineers, then duty_lead after 25 minutes
        resolve within ${choices.between(40, 90)} minutes
        ask  done_so_far "What have you tried?"
        hand over needs_line, done_so_far

      follow up keep_posted "Is there news?"
        when news has happened
        within ${hours} hours
        say "I said that I would write. Here is what we know now."
        ask line_works
        every ${hours} hours until line_works is yes at most ${choices.between(2, 9)} times

      trend dark_day "A day without lines"
        when outage happens at least ${many * 10} times in the last 1 day
        tell duty_lead "Very many lines are down. Open the large map."
    `;
    return new Map([['outage.playbook', playbook]]);
  },
};

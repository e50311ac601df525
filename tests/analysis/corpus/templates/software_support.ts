import { page, type Template } from '../template.ts';

/**
 * A software service that is slow: everything by facts, nothing by words, and no person in the first minutes.
 *
 * - The second trigger is below the first threshold, but asks for a longer time: each can come first.
 * - Every `go to` back asks for a reply and an answer that the next round asks for anew.
 * - The tries are steps of one stage and stand together, however many there are; from the second on they are passed over once it is better.
 * - The team abroad has its own zone; who never closes is asked last, and the time to settle it is longer than all waits.
 * - `logs` is asked with the first words of `gather`, and used after it.
 */
export const softwareSupport: Template = {
  name: 'software support',
  write: (choices) => {
    const tries = choices.between(1, 4);
    const slow = choices.between(20, 60);
    const verySlow = slow + choices.between(5, 30);
    const asks = choices.between(2, 4);
    const extra = Array.from({ length: tries }, (_, index) => index + 1)
      .map((number) =>
        page`
          step try_${number} "Try number ${number}"
            stage work
            ${number > 1 && 'skip when fixed_now is yes'}
            do   "Follow page ${number} of the guide."
            say  "I am trying the ${['first', 'second', 'third', 'fourth'][number - 1] ?? 'next'} thing now."
            ask  fixed_now "Is it better?"
            done when fixed_now is known
        `.trim(),
      )
      .join('\n\n');
    const playbook = page`
      playbook slow_service "The service is slow"
        owner   "Support"
        version 0.${choices.between(1, 9)}.0
        follows look_and_work

      signal response_time in seconds from 0 to 600
      signal uptime        from 0 to 100 "Of the last hour, in per cent."
      signal paid_plan     yes or no fixed
      signal errors        count "Errors; each one is an event."
      signal stress        from 0 to 10

      field logs      text "What the log says"
      field fixed_now yes or no "It is better now"
      field steps_done text "What we have tried"
      field closed_by date "The day on which it was closed"

      framework look_and_work "Look, work, tell"
        stage look "Look before you touch" goal "We know what is slow."
        stage work "Work on it" goal "It is faster, or we know why not."
        stage tell "Tell" goal "The customer knows what was done."

      phrases certainties "What nobody can know": "definitely", "it can't be us"

      action restart "Restart the customer's service"
      action roll_back "Go back to the last version"

      team follow_the_sun "Colleagues abroad"
        answers within 8 minutes
        open monday to friday 22:00 to 06:00 "America/Los_Angeles"
        otherwise on_call
      team on_call "On call" answers within ${choices.between(5, 15)} minutes

      situation urgent
        when paid_plan and (uptime is less than 90 or response_time is at least ${verySlow} seconds)
        unless stress is less than 1

      trigger very_slow
        when response_time is at least ${verySlow} seconds
      trigger slow_and_failing
        when response_time is at least ${slow} seconds and errors is at least ${asks * 5} in the last 10 minutes
      trigger stands_still
        when uptime is less than ${choices.between(20, 80)} and messages is at least ${asks}

      step gather "See what there is"
        stage look
        say  "I see that it is slow on our side, too."
        ask  logs "What does your log say?"
        record logs
        done when logs is known

      step compare "Compare"
        stage look
        do   "Compare the log with that of yesterday."
        say  "Your log says: {logs}"
        do   restart when errors is at least ${asks} in the last 5 minutes and not urgent
        do   roll_back when urgent
        done when attempts is at least ${asks}

      ${extra}

      step ask_again "See whether it held"
        stage work
        skip when fixed_now is yes and stress is at most 3
        ask  fixed_now "Is it still better?"
        go to gather when fixed_now is no and attempts is at least 2 and stress is less than 8
        done when fixed_now is known and attempts is at least 2

      step tell "Tell what was done"
        stage tell
        say  "Here is what we did, and what we saw."
        record steps_done
        record closed_by when fixed_now is yes unless on_fire has happened

      boundary honest "Nothing that nobody can know"
        never say certainties
        say instead "I will tell you as soon as I know."

      boundary look_first "Look before you touch"
        always stage look before stage work
        always record steps_done before close
        never do restart, do roll_back when paid_plan and logs is not known

      escalation on_fire "It burns"
        when urgent and elapsed is at least ${choices.between(5, 20)} minutes
        beats stressed
        to follow_the_sun, then on_call after 10 minutes
        resolve within ${choices.between(26, 60)} minutes
        hand over logs, steps_done
        do  "Write down the time."

      escalation stressed "It is too much for somebody"
        when stress is at least 8 and waiting is at least ${choices.between(1, 5)} minutes and roll_back has not happened
        tell on_call "Somebody has waited for too long."

      follow up held "Did it hold?"
        when slow_service has happened and fixed_now is yes
        within ${choices.between(1, 3)} days
        ask fixed_now "Is it still fast?"

      agent care rest "After the second one"
        when on_fire has happened or restart has happened at least 2 times in the last 30 minutes
        do "Hand over, and take a break."
    `;
    return new Map([['slow_service.playbook', playbook]]);
  },
};

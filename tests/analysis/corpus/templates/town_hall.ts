import { page, type Template } from '../template.ts';

/**
 * A town hall: official words in several languages, and things that are offered before a refusal.
 *
 * - Every wording is there in all of the languages chosen, and approved by the same office.
 * - An appeal is offered in `explain` without a condition, and `refuse` comes after it on every way.
 * - `reference` is asked in `hear`, which comes first; `refuse` fills it in.
 * - The circle from `more_papers` to `explain` asks for another paper each time, and ends once there is none or after two refusals.
 * - `refuse` and `soon` are each reached by a `go to`; from above they are passed over where they don't fit.
 * - The numbers of two exits don't overlap: one is for few days, one for many.
 */
export const townHall: Template = {
  name: 'town hall',
  write: (choices) => {
    const languages = choices.some(['welsh', 'polish', 'arabic', 'ukrainian'], 3);
    const few = choices.between(5, 20);
    const many = few + choices.between(10, 40);
    const inAll = (text: string) => languages.map((language) => `in ${language} "${text} (${language})"`).join('\n');
    const playbook = page`
      playbook permit_late "A permit that does not come"
        about     "Somebody waits for a paper, and their plans wait with them."
        owner     "Citizens' Office"
        version   1.0.${choices.below(9)}
        review by 2027-02-28

      signal waited    in days from 0 to 700 "How long the application has been here."
      signal all_there yes or no
      signal deadline  date fixed "The day by which the law wants an answer."

      field reference text "The number on the letter"
      field need      text "What the permit is for"
      field paper     one of photo, proof, none_left "Which paper is missing"
      field accepted  yes or no "The citizen accepts the answer"

      phrases late_permit "A permit that is late": "permit ... late/missing/waiting", "still no permit"

      wording right_to_appeal
        "You can appeal within one month."
        ${inAll('You can appeal within one month.')}
        approved by law_office

      wording fee_waived
        "You do not pay for this."
        ${inAll('You do not pay for this.')}
        approved by law_office

      action stamp "Stamp the letter"

      team law_office "Law office" answers within 3 days
      team mayor_desk "Mayor's desk"
        answers within 30 minutes
        open monday to thursday 08:00 to 16:00 "Europe/Warsaw"
        open friday 08:00 to 12:00 "Europe/Warsaw"
        closed 2026-11-11, 2027-05-03
        otherwise on_call
      team on_call "On call" answers within 45 minutes

      trigger asks
        when customer says late_permit
      trigger overdue
        when waited is at least ${many} days and all_there

      step hear "Hear what hangs on it"
        goal "We know what the permit is for."
        say  "Tell me what the permit is for."
        ask  reference "Which number is on your letter?"
        ask  need      "What do you need it for?"
        record need
        go to soon when waited is less than ${few} days and attempts is at least 1
        go to explain when waited is more than ${many} days and attempts is at least 1

      step more_papers "See what is missing"
        goal "We know which paper is missing."
        skip when all_there
        ask  paper "Which of these do you have with you?"

      step explain "Say how it stands"
        goal "The citizen knows where the application lies."
        say   "It lies with the office that checks the plans."
        say   right_to_appeal
        offer appeal "Somebody else looks at it"
        do    stamp when paper is one of photo, proof
        go to more_papers when paper is photo and attempts is at least 1 and declined is less than 2
        go to refuse when declined is at least 2

      step refuse "Say no, and why"
        goal "The citizen knows the reason."
        skip when declined is less than 2
        say  "For {reference} we can't do more today."
        ask  accepted "Can you live with that?"
        never end conversation unless accepted is known

      step soon "It is not late yet"
        goal "The citizen knows the day."
        skip when waited is at least ${few} days
        say  "The law wants an answer by {deadline}." when deadline is known
        say  "You will get a letter from us."
        say  fee_waived when waited is at least 1 day

      step farewell "See them off"
        goal "The citizen knows the way on."
        say  "Thank you for coming."
        promise letter within ${choices.between(1, 3)} weeks

      boundary appeal_first "No refusal without a way on"
        always offer appeal before step refuse
        always say right_to_appeal before step refuse

      escalation too_long "Far over the time"
        when waited is more than ${many + 100} days or (accepted is no and waited is known)
        to mayor_desk, then on_call after 1 hour
        resolve within ${choices.between(2, 5)} hours
        hand over reference, need
    `;
    return new Map([['permit_late.playbook', playbook]]);
  },
};

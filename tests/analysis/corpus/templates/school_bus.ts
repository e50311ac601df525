import { page, type Template } from '../template.ts';

/**
 * A school bus that didn't come, and parents who are loud: reactions in order, and rules that hold only in one step.
 *
 * - The reactions to threats and to insults have different causes; a threat is no insult.
 * - `never warn` holds in the step in which a child is missing only, and ends with it: the reaction has its place in all others.
 * - A child that is missing has its own escalation, which goes to a team that never closes and beats the other.
 * - `child` and `stop` are asked for together in the first step; the exit to `search` waits for both.
 * - Of the exits of `where` one asks for a no and one for a yes, so none hides the next.
 * - `weather` never changes, and `plan_b` is asked in `way_home` only: so whoever is owed a taxi was there, where it is offered unless the weather is good.
 */
export const schoolBus: Template = {
  name: 'school bus',
  write: (choices) => {
    const late = choices.between(10, 30);
    const times = choices.between(2, 3);
    const loud = choices.between(7, 9);
    const playbook = page`
      playbook school_bus "The bus did not come"
        about   "A child stands at a stop, or nobody knows where it stands."
        owner   "School Transport"
        version 1.0.0

      signal bus_delay in minutes from 0 to 180
      signal loudness  from 0 to 10
      signal weather   one of fine, rain, storm fixed
      signal answers_given number "How often this parent has been called back."

      field child   text "The child's name"
      field stop    text "The stop"
      field is_safe yes or no "The child is with somebody we know"
      field plan_b  one of taxi, parent, next_bus "How the child gets home"

      phrases no_bus "A bus that did not come": "bus ... late/missing/gone", "bus did not come"
      phrases missing_child "A child is missing": "can't find my son/daughter/child", "where is my son/daughter/child"
      phrases insults: "you idiot*", "useless lot"
      phrases threats: "i know where you work", "watch your back"

      team drivers "Drivers' desk"
        answers within 2 minutes
        open monday to friday 06:00 to 18:00 "America/Toronto"
        otherwise control_room
      team control_room "Control room, always there" answers within ${choices.between(1, 4)} minutes
      team security "Security" answers within 5 minutes

      trigger bus_missing
        when customer says no_bus, missing_child
      trigger long_delay
        when bus_delay is at least ${late} minutes and weather is one of rain, storm

      step where "Where is the child?"
        goal "We know who is waiting, and where."
        say  "Tell me where your child is waiting."
        ask  child "What is your child's name?"
        ask  stop  "Which stop is it?"
        ask  is_safe "Is somebody with your child?"
        go to search when is_safe is no and child is known and stop is known
        go to way_home when weather is storm and is_safe is yes and attempts is at least 1
        done when is_safe is yes

      step waiting_time "Say how long it takes"
        goal "The parent knows when the bus comes."
        say  "The bus is {bus_delay} late." when bus_delay is known
        say  "I am asking the driver now."
        consult drivers when bus_delay is more than ${late} minutes

      step way_home "Find a way home"
        goal "The child gets home."
        offer taxi "A taxi, paid by us" worth up to ${choices.between(2, 6) * 10} CAD
          unless weather is one of fine, rain and bus_delay is less than ${late + 5} minutes
        ask   plan_b "How shall your child get home?"
        record plan_b
        go to goodbye when plan_b is known and attempts is at least 1

      step search "Search"
        goal "Somebody is with the child."
        skip when is_safe is yes
        do   "Stay on the line. Call the driver on the other one."
        say  "I am with you until we have found {child}."
        ask  is_safe "Is somebody with your child now?"
        never warn, end conversation
        done when is_safe is yes

      step goodbye "See them off"
        goal "The parent is at ease."
        say  "I will call you when {child} is home."
        promise call within 2 hours

      boundary respectful "Insults are met with a warning"
        each time customer says insults
        first time  warn "I want to help you, and I need us to stay calm."
        ${times > 2 && 'second time warn "I have asked you once. Please stay calm."'}
        then        escalate to control_room

      boundary safe_staff "Threats are met by security"
        each time customer says threats unless customer says "i did not mean that"
        first time escalate to security

      boundary child_first "First the child"
        always record child, stop before step search
        always offer taxi before step goodbye when plan_b is known unless weather is one of fine, rain
        never offer anything unless child is known

      escalation child_missing "A child is missing"
        when is_safe is no or customer has said missing_child
        beats loud_parent
        to control_room
        resolve within ${choices.between(5, 30)} minutes
        hand over child, stop
        do  "Write down the time of the call."

      escalation loud_parent "It gets loud"
        when loudness is at least ${loud} for 2 messages
          or (loudness is at least ${loud - 2} for 4 messages and answers_given is more than 1)
        to drivers, then control_room after 3 minutes
        resolve within ${choices.between(8, 20)} minutes
        hand over child

      agent care call_home "After a missing child"
        when child_missing has happened
        do "Take a break. Call somebody you like."

      trend bad_route "One route is failing"
        when way_home happens at least ${choices.between(5, 30)} times in the last ${choices.between(1, 3)} weeks
        tell drivers "Many children had to be taken home another way."
    `;
    return new Map([['school_bus.playbook', playbook]]);
  },
};

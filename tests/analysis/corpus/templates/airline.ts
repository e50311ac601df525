import { page, type Template } from '../template.ts';

/**
 * A cancelled flight and a late bag: two playbooks that facts alone can start together, and ladders over two time zones.
 *
 * - `cancelled_flight` beats `late_bag`, by name.
 * - The day desk is open by day, the night desk from its end to its beginning; who stands in for both, and who ends each ladder, is never closed.
 * - Each wait of a ladder is counted from the one before it. The time to settle is at least both waits and the answer of the last team, which never closes.
 * - `same_day` is fixed, so of the two exits that ask for it only one is ever taken; the step goes on by itself where nobody knows.
 * - `wish` is asked in `hear`; the step that fills it in waits until it is known.
 */
export const airline: Template = {
  name: 'airline',
  write: (choices) => {
    const zone = choices.one(['Europe/London', 'America/New_York', 'Asia/Tokyo', 'Australia/Sydney']);
    const opens = choices.between(5, 9);
    const closes = choices.between(18, 23);
    const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
    const first = choices.between(2, 10);
    const second = choices.between(2, 12);
    const meals = choices.between(1, 5) * 10;
    const hours = choices.between(2, 8);
    const shared = page`
      signal flight_state one of on_time, late, cancelled "What the tower says."
      signal bag_delay    in hours
      signal same_day     yes or no fixed "There is another flight today."
      signal channel      one of desk, phone, app fixed
      signal guest_name   text fixed
      signal anger        from -1 to 1 "From the voice: -1 is calm, 1 is shouting."

      field wish     text "What the guest needs most"
      field rebooked yes or no "There is a seat on another flight"

      team day_desk "Day desk"
        answers within 4 minutes
        open daily ${clock(opens)} to ${clock(closes)} "${zone}"
        closed 2026-12-25
        otherwise night_desk
      team night_desk "Night desk"
        answers within 6 minutes
        open daily ${clock(closes)} to ${clock(opens)} "${zone}"
        otherwise duty_lead
      team duty_lead "Duty lead, day and night" answers within ${choices.between(1, 8)} minutes

      boundary meals_only "What is on us"
        never offer anything over ${meals * 4} EUR unless approved by duty_lead or approved by day_desk
        never offer anything over ${meals * 20} EUR in total unless approved by duty_lead

      escalation shouting "It is getting loud"
        when anger is at least 0.5 for 2 messages
        to day_desk, then night_desk after ${first} minutes, then duty_lead after ${second} minutes
        resolve within ${first + second + choices.between(8, 30)} minutes
        say "A colleague is coming who can do more."
        hand over wish

      escalation nobody_answers "A message without an answer"
        when waiting is more than ${choices.between(2, 9)} minutes
        tell day_desk, then duty_lead after 30 minutes "A guest is waiting for an answer."
    `;
    const flight = page`
      use "shared/airport.playbook"

      playbook cancelled_flight "The flight is cancelled"
        owner   "Guest Care"
        version 4.0.0
        beats   late_bag

      trigger tower_says_so
        when flight_state is cancelled
      trigger guest_says_so
        when customer says "flight ... cancelled/gone"

      step hear "Hear what the trip was for"
        goal "We know what the guest must not miss."
        say  "Where do you need to be, and when?"
        say on app "You can go on doing something else. I will write here."
        ask  wish "What must not go wrong now?"
        go to today when same_day unless attempts is less than 1
        go to tomorrow when same_day is no and attempts is at least 1

      step not_known "Find out"
        goal "We know whether there is a seat today."
        do "Call the planners."

      step today "Book for today"
        goal "There is a seat today."
        say  "There is a flight today. I am looking for a seat."
        ask  rebooked "Shall I book it?"
        go to close_up when rebooked is yes
        done when rebooked is no

      step tomorrow "Book for tomorrow"
        goal "The guest has a seat and a bed."
        say   "The next flight is tomorrow. I am booking you a room as well."
        say   "You told me this: {wish}. I will look for a way." when wish is known
        offer room  "A room near the airport" worth ${meals * 4} EUR
        offer meals "Dinner and breakfast" worth up to ${meals} EUR

      step close_up "See them off"
        goal "The guest knows what comes next."
        say "Thank you, {guest_name}." when guest_name is known
        say "You have a message with the times."
        promise news within ${hours} hours
    `;
    const bag = page`
      use "shared/airport.playbook"

      playbook late_bag "The bag is late"
        owner   "Guest Care"
        version 2.0.${choices.below(9)}

      field looks_like text "What the bag looks like"

      trigger no_bag
        when customer says "bag/suitcase ... lost/missing", "bag/suitcase did not arrive"
      trigger known_by_us
        when bag_delay is at least ${hours} hours

      step describe "Say what it looks like"
        goal "We can tell the bag from others."
        say on desk, phone "What does it look like?"
        say on app "Please send a picture of a bag like yours."
        ask  looks_like
        done when looks_like is known

      step bridge "Help over the night"
        goal "The guest has what the night needs."
        say   "We are looking for this: {looks_like}."
        offer meals "What you need tonight" worth ${meals} EUR when bag_delay is more than ${hours} hours
        ask   wish "What do you need tonight?"

      boundary modest "What the night needs, and no more"
        never offer meals over ${meals} EUR
    `;
    return new Map([
      ['shared/airport.playbook', shared],
      ['cancelled_flight.playbook', flight],
      ['late_bag.playbook', bag],
    ]);
  },
};

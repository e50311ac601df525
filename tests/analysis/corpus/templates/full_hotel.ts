import { page, type Template } from '../template.ts';

const ROOMS = ['twin', 'double', 'family', 'suite'] as const;

/**
 * A hotel that has sold more rooms than it has.
 *
 * - `story` is recorded in the first step, which is never skipped and has no exit.
 * - What is said on channels in `own_it` covers each of them; in `choose` there is a line for all besides.
 * - `fetch` is reached by its `go to`; from above it is passed over, since there the guest has somewhere to sleep.
 * - `find_room` is skipped where a room is free, and no rule asks for it to have been done.
 * - The taxi may be worth `taxi`, the night `night`: each is below the limit on one offer, and both together below the limit in total.
 * - `nights` is asked in `find_room`, or not at all; the line that says it waits until it is known.
 * - The follow up ends by an answer, or after so many times.
 */
export const fullHotel: Template = {
  name: 'full hotel',
  write: (choices) => {
    const taxi = choices.between(1, 4) * 10;
    const night = choices.between(6, 15) * 10;
    const most = night + choices.between(0, 5) * 10;
    const inTotal = most + taxi + choices.between(0, 10) * 10;
    const room = choices.one(ROOMS);
    const patience = choices.between(2, 5);
    const playbook = page`
      playbook full_hotel "No room left"
        about   "A guest has a booking, and every room is taken."
        owner   "Front Desk"
        version 3.1.${choices.below(9)}
        status  active

      signal channel    one of desk, phone, chat fixed
      signal rooms_free yes or no "Whether any room is free tonight."
      signal arrives    date fixed "The first night of the booking."

      field story   text "What the guest had planned"
      field nights  number "How many nights it is about"
      field settled yes or no "The guest has somewhere to sleep"
      field slept   yes or no "The guest slept well"
      field kind    one of ${ROOMS.join(', ')} "The room that was booked"

      phrases no_room "A booking without a room":
        "booking/reservation ... gone/missing/lost", "no room", "gave my room away"
      phrases excuses: "it's the system", "the website's fault"

      team night_manager "Night manager"
        answers within ${choices.between(5, 10)} minutes
        open daily 20:00 to 08:00 "Europe/Lisbon"
        otherwise hotel_manager
      team hotel_manager "Hotel manager, always to be reached" answers within 15 minutes

      trigger at_the_door
        when customer says no_room
      ${choices.chance(60) && 'trigger we_know_first\n  when rooms_free is no and arrives is known and messages is at least 1'}

      step hear "Hear what the night was for"
        goal "The guest has told us what they had planned."
        say  "Come and sit down. Tell me what you had booked."
        say  "I see that you are with us from {arrives}." when arrives is known
        ask  kind "Which room was it?"
        record story

      step own_it "Take it on"
        goal "The guest hears that the mistake is ours."
        say on desk  "We sold your room twice. I am sorry, and I will find you a bed."
        say on phone, chat "We have no room for you tonight. I am sorry, and I will find you a bed."

      step find_room "Look next door"
        goal "There is a bed for tonight."
        skip when rooms_free is yes
        do   "Call the hotels in this street."
        ask  nights "How many nights do you need?"

      step choose "Let the guest choose"
        goal "The guest knows where to sleep."
        say   "I have asked for {nights} nights." when nights is known
        say   "Here is what I can do for you tonight."
        say on desk "Leave your bags with me."
        offer other_hotel "A room next door, paid by us" worth up to ${night} GBP
        offer taxi        "The way there" worth ${taxi} GBP
        offer on desk upgrade "A larger room tomorrow" when kind is not ${room}
        ask   settled "Shall we do it like that?"
        go to fetch when declined is at least ${choices.between(2, 3)}
        go to fetch when attempts is at least ${patience} and settled is no
        done when settled is yes

      step farewell "See them off"
        goal "The guest knows what comes tomorrow."
        say  "I will ring you tomorrow to hear how you slept."
        promise morning_call within 1 day
        record story

      step fetch "Fetch the manager"
        goal "Somebody with more room to act has taken over."
        skip when settled is yes
        do   "Stay until the manager is there."
        escalate to hotel_manager

      step write_up "Note it down"
        do "Mark the booking, so that it is not charged."

      boundary what_we_give "Two offers, and not more than this"
        never offer other_hotel over ${most} GBP
        never offer anything over ${inTotal} GBP in total

      boundary no_excuses "No excuses"
        never say excuses
        say instead "We sold more rooms than we have."

      boundary on_record "The story is on record"
        always record story before close

      escalation no_bed "No bed, and it is getting late"
        when settled is no and elapsed is at least ${choices.between(15, 40)} minutes
        to night_manager, then hotel_manager after 10 minutes
        resolve within 1 hour
        say "I am fetching the manager for you."
        hand over story, nights

      follow up next_morning "Did the guest sleep well?"
        when farewell has happened
        within 1 day
        say "Good morning. I said that I would ring."
        ask slept "Did you sleep well?"
        every 1 day until slept is known at most ${choices.between(1, 4)} times
    `;
    return new Map([['full_hotel.playbook', playbook]]);
  },
};

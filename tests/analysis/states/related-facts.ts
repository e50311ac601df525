/**
 * Playbooks whose facts have much to do with one another: lists within lists, counts and runs of one thing, spans within spans, and signals that several
 * playbooks declare, each in its own way.
 */
const heading = (name: string) => `playbook ${name} "One of several"
  owner   "Customer Operations"
  version 1.0.0`;

export const RELATED_FACTS: ReadonlyMap<string, string> = new Map([
  [
    'first_one.playbook',
    `${heading('first_one')}
signal anger    from 0 to 10
signal plan     one of gold, silver fixed
signal size     from 0 to 10 fixed
signal level    one of low, middle
signal contacts count
signal price    in GBP
signal delay    in days
field  floor    number
phrases lost     "Lost": "lost parcel"
phrases missing  "Missing": "lost parcel", "gone missing"
phrases mislaid  "Mislaid": "lost parcel", "gone missing" except "lost parcel form"
team supervisors answers within 5 minutes
  open daily 08:00 to 20:00 "Europe/London"
situation heated  when anger is at least 8 for 3 messages or customer says missing
situation reached when supervisors is open and waiting is at most 90 seconds

trigger asked
  when customer has said lost or anger is at least 8 for 2 messages or anger has been at least 9
step hear
  goal "It is heard."
  say  "One." when customer has said missing at least 2 times or customer has said lost at least 3 times in the last 10 minutes
  say  "Two." when customer has said lost at least 2 times in the last 20 minutes or messages is at least 2
  say  "Three." when contacts is at least 2 in the last 2 days or contacts is at least 3 in the last 1 day
  say  "Four." when waiting is at least 30 seconds or elapsed is at least 60 seconds
  say  "Five." when size is at least 5 or plan is gold or level is low or price is at least 2 GBP or delay is at least 36 hours
  say  "Six." when heated and customer says mislaid
  say  "Seven." when agent says "lost parcel" or hear has happened twice or hear has happened in the last 10 minutes
  say  "Eight." when anger is at least 5 for 2 messages or anger is at least 5 for 3 messages or anger has been at least 5
  say  "Nine." when not anger is at least 8 for 2 messages and reached
  ask  floor "Which floor?" when attempts is at least 1 or floor is not known
boundary careful
  never say "no way" when customer says lost or heated
  each time customer says missing
    first time warn "One moment, please."`,
  ],
  [
    'other.playbook',
    `${heading('other')}
signal anger    from 0 to 100
signal plan     one of silver, bronze fixed
signal size     from 0 to 100
signal level    one of middle, high
signal contacts count fixed
signal price    in GBP from 0 to 3
signal delay    in days from 1 to 4
field  floor    number
phrases lost     "Lost": "gone missing"

trigger asked when customer says lost or size is at least 50 or anger is at least 5
step hear
  goal "It is heard."
  say  "One." when plan is bronze or anger is at least 50 or price is at least 2 GBP or delay is at least 2 days or floor is at least 2
  say  "Two." when contacts is at least 2 in the last 2 days or contacts is at least 3 in the last 1 day or level is high
  ask  floor "Which floor?"`,
  ],
  [
    'third.playbook',
    `${heading('third')}
signal plan     one of gold, bronze fixed
signal size     from 5 to 50 fixed
signal price    in GBP from 1 to 4
signal delay    in days from 0 to 2
signal contacts count

trigger asked
  when plan is bronze or size is at least 50 or price is at least 2.5 GBP or delay is at least 36 hours or contacts is at least 3
step hear
  goal "It is heard."
  say  "One."`,
  ],
]);

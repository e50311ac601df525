import { page, type Template } from '../template.ts';

/**
 * A complaint that everybody can read.
 *
 * - Nothing is answered in public without the press office; they may agree to each reply, so the steps are not in vain.
 * - What is private is mentioned only in private: the line with the name waits for `place is private`.
 * - `place` may change: who moves to a private message goes on in `private_talk`. The way back needs a reply and a place that is public again.
 * - The promise is on record before the close wherever there was one; `write_up` records it in any case.
 * - Two escalations rest on overlapping facts; one beats the other.
 */
export const publicPost: Template = {
  name: 'public post',
  write: (choices) => {
    const readers = choices.between(5, 50) * 100;
    const minutes = choices.between(15, 60);
    const days = choices.between(1, 3);
    const house = page`
      signal place     one of public, private "Whether strangers can read along."
      signal readers   number "How many people have seen it."
      signal full_name text
      signal language_known yes or no

      field order_number text
      field case_text    text "What it is about"
      field promised     text "What we promised"

      phrases numbers "What nobody else may read": "<phone>", "<email>", "order number <number>"

      situation in_public "Strangers can read along" when place is public

      team press_office "Press office"
        answers within 20 minutes
        open daily 07:00 to 23:00 "Europe/Paris"
        otherwise press_on_call
      team press_on_call "Press, on call" answers within ${choices.between(10, 30)} minutes

      boundary press_first "Public answers are approved"
        never reply when in_public unless approved by press_office or approved by press_on_call

      boundary private_things "Nothing private in public"
        never mention full_name, order_number, case_text when in_public
        never ask order_number when in_public
        never say numbers when in_public
        say instead "Please send us a private message."

      escalation spreads "Many people read it"
        when in_public and readers is at least ${readers}
        beats slow_answer
        to press_office, then press_on_call after 25 minutes
        resolve within ${choices.between(56, 120)} minutes
        hand over case_text

      escalation slow_answer "A public post without an answer"
        when in_public and waiting is more than ${minutes} minutes
        tell press_office "A post has waited too long."
    `;
    const post = page`
      use "house/in_public.playbook"

      playbook public_post "A complaint in public"
        owner   "Social Media"
        version 1.0.${choices.below(20)}
        beats   private_mail

      signal channel one of feed, inbox fixed
      signal mood    one of calm, cross, furious

      phrases named_us "They name us": "never again", "shame on you", "worst company/shop"

      trigger posted
        when customer says named_us and place is public
      trigger many_read_it
        when readers is at least ${readers} and mood is one of cross, furious

      step answer "Answer where they wrote"
        goal "Everybody can see that we care."
        say on feed    "Thank you for telling us. We would like to make this right, with you, in a message."
        say on inbox   "Thank you for telling us. I would like to make this right."
        do  "Keep it to two sentences."
        done when place is private or attempts is at least ${choices.between(2, 4)}

      step private_talk "Go on in private"
        goal "We know what it is about."
        skip when in_public
        say  "Thank you for writing to us here, {full_name}." when full_name is known and place is private
        ask  order_number "Which order is it about?" when place is private
        ask  case_text "What happened?"
        record case_text
        go to answer when in_public and attempts is at least 1 and mood is not furious
        done when case_text is known and mood is not furious

      step mend "Mend it"
        goal "There is a promise that we can keep."
        say   "I will look into it, and I will tell you what I find."
        promise answer_to_all within ${days} days
        consult press_office when readers is more than ${readers * 2}

      step write_up "Write it down"
        goal "The next one knows what was promised."
        record promised, case_text
        say  "Thank you for your patience."

      boundary kept "What is promised is on record"
        always record promised before close when answer_to_all has happened

      follow up report_back "Say what we found"
        when answer_to_all has happened unless mood is furious
        within ${days} days
        say "I said that I would tell you what I find."
        every ${days} days until mood is calm at most ${choices.between(1, 4)} times

      trend storm "A storm"
        when spreads happens at least ${choices.between(5, 20)} times in the last 1 day
        tell press_office "Many posts at once. Read them all before you answer one."
    `;
    const mail = page`
      use "house/in_public.playbook"

      playbook private_mail "A complaint in a message"
        owner   "Social Media"
        version 1.0.0

      trigger wrote
        when customer says "never again" and not language_known
      trigger wrote_in_our_language
        when customer says "never again" and language_known and readers is less than ${readers}

      step read
        goal "We know what it is about."
        say  "Thank you for writing to us."
        ask  case_text "What happened?"
    `;
    return new Map([
      ['house/in_public.playbook', house],
      ['public_post.playbook', post],
      ['private_mail.playbook', mail],
    ]);
  },
};

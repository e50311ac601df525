import type { WordingLint } from './lint.ts';
import { type AvoidedWords, finderOf } from './words.ts';

/**
 * Words that put the customer in the wrong. De-escalation training has them on every list of what not to say. `You should have heard from
 * us` and `you must have been furious` blame nobody: so only what customers are blamed for stands here, and never a bare `you should have`.
 */
const BLAME: readonly AvoidedWords[] = [
  {
    phrases: [
      "you should/could have/'ve checked/read/told/asked/known/noticed/called/rung/contacted/said/mentioned/reported/returned/kept/paid/realised/realized/thought/looked/come/cancelled/canceled/ordered/written",
      'you must have misread/misunderstood/misheard/forgotten/mistyped/entered/clicked/pressed/deleted/ignored/dropped/broken',
      'you failed/forgot/neglected/omitted to',
      "you didn't/never read/follow/listen/check/bother/pay",
      'you did not read/follow/listen/check/bother/pay',
      'if you had only/just/read/checked/listened/asked/followed',
      'had you read/checked/listened/asked/followed',
      "why didn't you",
      'why did you not',
    ],
    except: ["whether/if/since/unless you didn't/never/forgot/did"],
    instead: 'leave the past, and say what can be done now',
  },
  {
    phrases: ['your mistake/error/fault', 'your own mistake/error/fault/doing'],
    except: [
      'not/never/hardly ... your mistake/error/fault',
      'not/never/hardly ... your own mistake/error/fault/doing',
      "isn't/wasn't/aren't/weren't ... your mistake/error/fault",
      "isn't/wasn't/aren't/weren't ... your own mistake/error/fault/doing",
      'none/nothing/nobody ... your mistake/error/fault',
      'rather/instead/than your mistake/error/fault',
      'through no ... your',
    ],
    instead: 'leave out whose fault it is, and say what can be done now',
  },
  {
    phrases: [
      "you are/'re wrong/mistaken/confused/overreacting/unreasonable/lying/exaggerating",
      "you are/'re being unreasonable/difficult/rude/silly/dramatic",
      "you/you've/you'd misunderstood/misread/misheard",
      'you have misunderstood/misread/misheard',
      'you claim that/to',
      'are you sure',
    ],
    except: [
      "if/whether/when/that/because you are/'re",
      "if/whether/when you/you've/you'd/you claim/have",
      "are you sure you/you'd/that want/like/would",
      'are you sure about/of cancelling/canceling/leaving/going',
      'sure you want/wish/would',
      'sure that you want/wish/would',
    ],
    instead: 'take their word for it, and ask openly, such as `Help me understand what happened`',
  },
  {
    phrases: [
      "as i/we/i've/we've already said/told/explained/mentioned/stated",
      'as i/we have already said/told/explained/mentioned/stated',
      "like i/we/i've/we've already said/told/explained/mentioned",
      'as previously said/stated/explained/mentioned/advised',
      "i/we/i've/we've already told you",
      'i/we have already told you',
      "i/we/i've/we've already explained this/that/it to you",
      'i/we have already explained this/that/it to you',
    ],
    instead: 'leave it out, and say it afresh',
  },
  {
    phrases: [
      'calm/settle down',
      'you need/have to relax',
      'take it easy',
      'no need to shout/swear/be',
      'watch your tone',
    ],
    except: [
      "things/it/it's/dust/all/everything/everybody/everyone/traffic/line/lines ... calm/settle down",
      'let ... calm/settle down',
      'to settle down in/with/to',
      'settle down in/with/to/on',
      'no need to be sorry/embarrassed/at/in',
    ],
    instead: 'name what you hear, such as `I can hear how much this matters to you`',
  },
];

const blameIn = finderOf(BLAME);

/** Nobody is blamed, doubted or told how to feel. */
export const nobodyShouldBeBlamed: WordingLint = ({ text }, report) => {
  for (const { start, end, instead } of blameIn(text)) {
    report('blaming-words', { words: text.slice(start, end), instead }, { start, end });
  }
};

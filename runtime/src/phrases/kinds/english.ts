/** The closed word lists behind the kinds of text; every entry is a word in its normal form. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const numbered = (words: string): ReadonlyMap<string, number> =>
  new Map(Array.from(list(words), (word, index) => [word, index + 1]));

export const SCALES = list('hundred thousand million billion');

export const NUMBER_WORDS = list(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion`);

export const HOUR_WORDS = list('one two three four five six seven eight nine ten eleven twelve');

export const UNITS = list(`
  second seconds sec secs minute minutes min mins hour hours hr hrs h day days week weeks wk wks
  fortnight fortnights month months year years yr yrs`);

/** What may stand between the count and the unit of a duration. */
export const UNIT_ADJECTIVES = list('working business calendar consecutive full whole more');

export const CURRENCY_CODES = list(`
  aed aud bgn brl cad chf cny czk dkk egp eur gbp hkd huf idr ils inr isk jpy kes krw mxn myr ngn nok nzd pkr pln
  ron sar sek sgd thb twd uah usd vnd zar`);

export const CURRENCY_WORDS = list(`
  pound pounds quid pence penny euro euros cent cents dollar dollars buck bucks yen yuan franc francs krona kronor
  krone kroner rupee rupees peso pesos lira liras rand zloty`);

/** Letters right after the digits of an amount that has a currency sign: `£5k`. */
export const AMOUNT_SUFFIXES = list('k m mn b bn');

/** Letters right after the digits that make an amount without a sign: `50p`, and every currency code. */
export const GLUED_CURRENCIES: ReadonlySet<string> = new Set([...CURRENCY_CODES, 'p']);

export const MONTHS = numbered('january february march april may june july august september october november december');
export const SHORT_MONTHS = list('jan feb mar apr jun jul aug sep sept oct nov dec');

/** The months that are ordinary words too: alone they are no date. */
export const MONTHS_THAT_ARE_WORDS = list('march may');

export const WEEKDAYS = list('monday tuesday wednesday thursday friday saturday sunday');
export const SHORT_WEEKDAYS = list('mon tue tues wed weds thu thur thurs fri sat sun');
export const DAY_WORDS = list('today tonight tomorrow yesterday');

/** What `this`, `next` and `last` make a date of, besides weekdays and months. */
export const CALENDAR_SPANS = list('week weekend fortnight month year');

export const ORDINALS = list(`
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth thirtieth`);
export const ORDINAL_DIGITS = list('first second third fourth fifth sixth seventh eighth ninth');

/** The last labels by which a name without `http` or `www` is known as a link. */
export const TOP_LEVEL_DOMAINS = list('com org net edu gov info biz app dev io eu uk');

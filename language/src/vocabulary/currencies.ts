import { nearest } from '../findings/words.ts';

/** The currencies that most playbooks are written in, so that they are proposed before their neighbours in the alphabet. */
const COMMON = [
  'EUR',
  'USD',
  'GBP',
  'JPY',
  'CNY',
  'AUD',
  'CAD',
  'CHF',
  'INR',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'NZD',
];

/** The currencies in use (ISO 4217) by the decimals of their smallest coin. Codes for funds, bonds and metals are left out: nobody is paid in them. */
const BY_DECIMALS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD
    EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD
    MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK
    SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

const DECIMALS: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_DECIMALS).flatMap(([decimals, codes]) =>
    codes.split(/\s+/).map((currency) => [currency, Number(decimals)] as const),
  ),
);

/** The currency of proposed amounts where nobody has said which one is usual. */
export const EXAMPLE_CURRENCY = 'GBP';

/** What people write for a currency whose code looks quite different. */
const NICKNAMES: Readonly<Record<string, string>> = { RMB: 'CNY', STG: 'GBP', UKP: 'GBP', YEN: 'JPY' };

/** How many decimals an amount of this currency can have; nothing if there is no such currency. */
export function currencyDecimals(currency: string): number | undefined {
  return DECIMALS.get(currency);
}

/** Every currency's code, the most used first. */
export function currencies(): readonly string[] {
  return [...new Set([...COMMON, ...DECIMALS.keys()])];
}

/** The currency most likely meant by a code that is none: a usual name, the same letters in another order, else the nearest. */
export function currencyLike(written: string): string | undefined {
  if (Object.hasOwn(NICKNAMES, written)) return NICKNAMES[written];
  const known = currencies();
  const letters = sorted(written);
  return known.find((currency) => sorted(currency) === letters) ?? nearest(written, known);
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

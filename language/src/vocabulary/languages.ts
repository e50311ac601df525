import { nearest } from '../findings/words.ts';

/** The language (BCP 47) that playbooks are written in where nobody has said which one. */
export const DEFAULT_LOCALE = 'en';

/** The languages a wording can be given in: their English names as names are written here, and their tags (BCP 47). */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  `afrikaans af, albanian sq, american_english en-US, amharic am, arabic ar, armenian hy, assamese as, aymara ay, azerbaijani az,
  bambara bm, basque eu, belarusian be, bengali bn, bhojpuri bho, bosnian bs, brazilian_portuguese pt-BR, breton br, british_english en-GB,
  bulgarian bg, burmese my, canadian_french fr-CA, cantonese yue, catalan ca, cebuano ceb, chinese zh, cornish kw, corsican co,
  croatian hr, czech cs, danish da, dari prs, divehi dv, dogri doi, dutch nl, dzongkha dz, english en, esperanto eo, estonian et, ewe ee,
  faroese fo, fijian fj, filipino fil, finnish fi, flemish nl-BE, french fr, frisian fy, galician gl, georgian ka, german de, greek el,
  greenlandic kl, guarani gn, gujarati gu, haitian_creole ht, hausa ha, hawaiian haw, hebrew he, hindi hi, hmong hmn, hungarian hu,
  icelandic is, igbo ig, ilocano ilo, indonesian id, inuktitut iu, irish ga, italian it, japanese ja, javanese jv, kannada kn, kashmiri ks,
  kazakh kk, khmer km, kikuyu ki, kinyarwanda rw, kirundi rn, konkani kok, korean ko, krio kri, kurdish ku, kyrgyz ky, lao lo, latin la,
  latvian lv, lingala ln, lithuanian lt, lower_sorbian dsb, luganda lg, luxembourgish lb, macedonian mk, maithili mai, malagasy mg,
  malay ms, malayalam ml, maltese mt, mandarin cmn, manx gv, maori mi, marathi mr, mexican_spanish es-MX, mongolian mn, navajo nv,
  nepali ne, northern_sami se, norwegian no, norwegian_bokmal nb, norwegian_nynorsk nn, occitan oc, odia or, oromo om, pashto ps,
  persian fa, polish pl, portuguese pt, punjabi pa, quechua qu, romani rom, romanian ro, romansh rm, russian ru, samoan sm, sango sg,
  sanskrit sa, sardinian sc, scots sco, scottish_gaelic gd, serbian sr, sesotho st, shona sn, sicilian scn, silesian szl,
  simplified_chinese zh-Hans, sindhi sd, sinhala si, slovak sk, slovenian sl, somali so, sorani ckb, spanish es, sundanese su, swahili sw,
  swazi ss, swedish sv, swiss_german gsw, tagalog tl, tahitian ty, tajik tg, tamil ta, tatar tt, telugu te, tetum tet, thai th, tibetan bo,
  tigrinya ti, tongan to, traditional_chinese zh-Hant, tsonga ts, tswana tn, turkish tr, turkmen tk, twi ak, ukrainian uk,
  upper_sorbian hsb, urdu ur, uyghur ug, uzbek uz, venda ve, vietnamese vi, welsh cy, wolof wo, xhosa xh, yiddish yi, yoruba yo, zulu zu`
    .split(',')
    .map((entry) => entry.trim().split(' ') as [name: string, tag: string]),
);

/** A language's tag (BCP 47): `welsh` is `cy`. Nothing if no language is called so. */
export function languageTag(name: string): string | undefined {
  return LANGUAGES.get(name);
}

/** The name of the language with a tag; the tag itself where no language here has it. */
export function languageName(tag: string): string {
  for (const [name, known] of LANGUAGES) if (known === tag) return name;
  return tag;
}

/** The names of all languages, in alphabetical order. */
export function languages(): readonly string[] {
  return [...LANGUAGES.keys()];
}

/** The language most likely meant by a word that names none: the one with this tag or in other letters, else the nearest name. */
export function languageLike(written: string): string | undefined {
  const word = written.toLowerCase();
  for (const [name, tag] of LANGUAGES) if (name === word || tag.toLowerCase() === word) return name;
  return nearest(word, LANGUAGES.keys());
}

import { inRegExp } from '../in-regexp.ts';
import { measurePhrases } from '../measure.ts';
import { alternation } from '../regexps.ts';

measurePhrases(inRegExp(alternation));

import { inRegExp } from '../in-regexp.ts';
import { measurePhrases } from '../measure.ts';
import { sharedBeginnings } from '../regexps.ts';

measurePhrases(inRegExp(sharedBeginnings));

import type { FindingCode, FindingParameters } from '../findings/catalogue.ts';
import { offerNoMore } from './authority.ts';
import { sayWhichLeads } from './beats.ts';
import { leaveOutPhrase } from './covered-phrase.ts';
import type { Fixer } from './fix.ts';
import { addStepsForStages } from './missing-stages.ts';
import { findTheName, writeWhatWasMeant } from './names.ts';
import { leaveOutRemark, leaveOutUse } from './needless.ts';
import { sayInstead } from './say-instead.ts';
import { writeScenario } from './scenario.ts';

/** Which findings can be put right at a keystroke, and how. */
export const fixers: { readonly [Code in FindingCode]?: Fixer<FindingParameters<Code>> } = {
  'beyond-authority': offerNoMore,
  'covered-phrase': leaveOutPhrase,
  'duplicate-use': leaveOutUse,
  'forbidden-phrase': sayInstead,
  'foreign-stage': writeWhatWasMeant,
  'stage-missing': addStepsForStages,
  'unclear-lead': (context) => [...sayWhichLeads(context), ...writeScenario(context)],
  'unknown-choice': writeWhatWasMeant,
  'unknown-language': writeWhatWasMeant,
  'unknown-name': findTheName,
  'unknown-placeholder': writeWhatWasMeant,
  'unknown-status': writeWhatWasMeant,
  'unknown-suppression': writeWhatWasMeant,
  'unknown-time-zone': writeWhatWasMeant,
  'unneeded-suppression': leaveOutRemark,
  'unused-use': leaveOutUse,
};

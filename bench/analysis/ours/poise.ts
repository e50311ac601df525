import { answersOf } from '../answers.ts';
import { measureAnswers } from '../measure.ts';

measureAnswers(
  ({ playbook }) =>
    () =>
      answersOf(playbook),
);

/** What each kind of reference names, in a sentence. */
const NOUNS: Readonly<Record<string, string>> = {
  Value: 'signal or field',
  Fact: 'signal, field or situation',
  Happening: 'step, offer, boundary, escalation or anything else that happens',
  Subject: 'signal, field, situation, team or anything that happens',
  Sayable: 'wording or phrase list',
  Beatable: 'playbook or escalation',
  Signal: 'signal',
  Field: 'field',
  Action: 'action',
  Situation: 'situation',
  Wording: 'wording',
  PhraseList: 'phrase list',
  Team: 'team',
  Framework: 'framework',
  Stage: 'stage',
  Step: 'step',
  Boundary: 'boundary',
  Escalation: 'escalation',
  FollowUp: 'follow up',
  AgentCare: 'agent care',
  Offer: 'offer',
  Commitment: 'promise',
  Heading: 'playbook',
};

/** The noun for a kind of declaration or reference. */
export function nounOf(type: string): string {
  return NOUNS[type] ?? type.toLowerCase();
}

/** The kinds of declarations that a noun, or several with `or`, stands for. */
export function typesCalled(nouns: string): readonly string[] {
  const each = new Set(nouns.split(' or '));
  return Object.keys(NOUNS).filter((type) => each.has(nounOf(type)));
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load, open, prepare, resume } from '../../runtime/dist/poise-runtime.js';

// Once, when the tool starts: read what `poise build` has written, and make it ready for all conversations.
const folder = process.argv[2] ?? 'dist/playbooks';
const read = (name) => readFile(join(folder, name), 'utf8');
const index = JSON.parse(await read('index.json'));
const loaded = load(await Promise.all(index.playbooks.map(({ file }) => read(file))));
if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
const playbooks = prepare(loaded.playbooks);

// For each conversation: open it with what is known, then hand on whatever happens, with its time.
let at = Date.UTC(2026, 10, 24, 12);
const { conversation } = open(playbooks, { time: at, reports: { channel: 'chat', order_delay: 4 } });
let guidance = conversation.handle({ type: 'customerSays', at, text: 'Where is my parcel?', reports: { anger: 5 } });
show(guidance);

// Before the agent's reply goes out: is it allowed? A model's draft is judged in the same way as a person's.
const draft = 'It will arrive tomorrow.';
const verdict = conversation.review({ type: 'agentSays', text: draft });
for (const { id, phrase, instead } of verdict.blocks) {
  console.log(`blocked by ${id}: ${JSON.stringify(draft)} has ${JSON.stringify(phrase)} in it`);
  console.log(`say instead: ${instead?.text}`);
}

// Between messages a conversation is plain JSON, for any database. Another process goes on from it.
const saved = JSON.stringify(conversation.save());
const resumed = resume(playbooks, JSON.parse(saved));
at += 60_000;
guidance = resumed.handle({ type: 'agentSays', at, text: verdict.blocks[0]?.instead?.text ?? draft });
console.log(`the reply is ${guidance.verdict?.allowed ? 'out' : 'held back'}`);
show(guidance);

/** What the person or the model gets to see; `lines` has what to ask, do and record besides. */
function show({ step, lines }) {
  console.log(`${step?.playbook}, ${step?.id}: ${step?.goal}`);
  for (const line of lines)
    if (line.kind === 'say') console.log(`  say: ${line.words.map(({ text }) => text).join(' | ')}`);
}

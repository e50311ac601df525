import { expect, test } from 'vitest';
import { KeptUp } from '../../extension/src/comparing/kept-up.ts';

/** What is made is what is said when its making ends: so that changes can come in between. */
function underTest() {
  const making: PromiseWithResolvers<string | undefined>[] = [];
  let told = 0;
  const keptUp = new KeptUp<string>(
    () => {
      const one = Promise.withResolvers<string | undefined>();
      making.push(one);
      return one.promise;
    },
    () => {
      told += 1;
    },
  );
  return { keptUp, making, told: () => told };
}

/** Lets all go on that waits for nothing but its turn. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('it is made when it is asked for, and once', async () => {
  const { keptUp, making } = underTest();
  keptUp.changed();
  expect(making).toHaveLength(0);
  const asked = [keptUp.get(), keptUp.get()];
  making[0]?.resolve('one');
  expect(await Promise.all([...asked, keptUp.get()])).toEqual(['one', 'one', 'one']);
  expect(making).toHaveLength(1);
});

test('what changes while it is made for the first time counts, too', async () => {
  const { keptUp, making, told } = underTest();
  const asked = keptUp.get();
  keptUp.changed();
  making[0]?.resolve('one');
  await turn();
  making[1]?.resolve('two');
  await turn();
  expect(await asked).toBe('two');
  expect(await keptUp.get()).toBe('two');
  expect(told()).toBe(1);
});

test('what changes while it is made anew counts once, however often', async () => {
  const { keptUp, making, told } = underTest();
  const asked = keptUp.get();
  making[0]?.resolve('one');
  await asked;
  for (let times = 0; times < 3; times++) keptUp.changed();
  making[1]?.resolve('one');
  await turn();
  expect(told()).toBe(0);
  making[2]?.resolve('two');
  await turn();
  expect(making).toHaveLength(3);
  expect(told()).toBe(1);
  expect(await keptUp.get()).toBe('two');
});

test('where it can’t be said yet, that is waited for; where it can’t be said any more, it stays', async () => {
  const { keptUp, making } = underTest();
  const asked = keptUp.get();
  making[0]?.resolve(undefined);
  await turn();
  keptUp.changed();
  making[1]?.resolve('one');
  expect(await asked).toBe('one');
  keptUp.changed();
  making[2]?.resolve(undefined);
  await turn();
  expect(await keptUp.get()).toBe('one');
});

test('why it can’t be made is told to whoever asks, and does not stay', async () => {
  const { keptUp, making } = underTest();
  const asked = keptUp.get();
  making[0]?.reject(new Error('no server'));
  await expect(asked).rejects.toThrow('no server');
  keptUp.changed();
  making[1]?.resolve('one');
  expect(await keptUp.get()).toBe('one');
});

import type { Doing } from './doing.ts';

const TITLE = 'A birthday, and a parcel that stands still';

/** A person tries a playbook out as the customer, and keeps the conversation as a scenario. */
export const simulator: Doing = {
  'opens beside the text': async (window) => {
    await window.run('View: Close All Editors');
    await window.open('late_delivery.playbook');
    await window.goTo('find_it');
    await window.run('Poise: Try out as the customer');
    await window.inner.locator('h1', { hasText: 'Late or lost on the way' }).waitFor();
    await window.inner.getByLabel('Begins').fill('2026-11-25T10:00');
  },

  'writes as the customer, and sees what the agent is to do': async ({ inner }) => {
    await inner.getByLabel('How angry the customer sounds').fill('4');
    await inner.getByLabel('How long the order is overdue').fill('3');
    await inner.getByLabel('Where the conversation takes place').selectOption('chat');
    await inner.locator('.choice', { hasText: 'stuck' }).click();
    await inner.getByLabel('What the customer says').fill("Where's my parcel? It's for my daughter's birthday.");
    await inner.getByLabel('What the customer says').press('Enter');
    await inner.locator('[data-label=step]', { hasText: 'Hear what was planned around it' }).waitFor();
    await inner.locator('.caused', { hasText: 'Late or lost on the way' }).waitFor();
  },

  'asks why, and is led to the text': async (window) => {
    const why = window.inner.locator('.caused').getByRole('button', { name: 'why' });
    await why.click();
    await window.inner.locator('.why', { hasText: 'says' }).waitFor();
    await window.inner.locator('.why .place').first().click();
    await window.isLedTo('overdue');
    await why.click();
  },

  'checks a reply before it is said': async (window) => {
    await window.inner.getByLabel('What the agent replies').fill('It will arrive tomorrow.');
    await window.inner.locator('.verdict .blocked', { hasText: 'no_guessed_day' }).waitFor();
    await window.pointNowhere();
    await window.picture('simulator', { of: window.beside });
    await window.inner.getByLabel('What the agent replies').fill('I am opening the tracking while you speak.');
    await window.inner.locator('.verdict .allowed').waitFor();
    await window.inner.getByRole('button', { name: 'Say it' }).click();
    await window.inner.locator('.entry.agent', { hasText: 'I am opening the tracking' }).waitFor();
  },

  'lets time pass, and takes it back': async ({ inner }) => {
    await inner.getByRole('button', { name: '1 day', exact: true }).click();
    await inner.locator('.now', { hasText: 'Thursday' }).waitFor();
    await inner.getByRole('button', { name: 'Step back' }).click();
    await inner.locator('.now', { hasText: 'Wednesday 10:00' }).waitFor();
  },

  'keeps the conversation as a scenario in the file': async (window) => {
    await window.inner.getByRole('button', { name: 'Save as a scenario' }).click();
    await window.inner.getByLabel('What does this scenario show?').fill(TITLE);
    await window.press('Enter');
    await window.inner.locator('.notice.good', { hasText: TITLE }).waitFor();
    await window.within(TITLE).waitFor();
    // Laid out as the rest of the file is.
    await window.line('  given time 2026-11-25').last().waitFor();
    await window.line('  expect step hear').last().waitFor();
    await window.editor.click();
    await window.hasKeys();
    await window.save();
  },
};

import type { Doing } from './doing.ts';

/** A person reads a playbook as a card, and finds the way between the card and the text. */
export const preview: Doing = {
  'sees the way through a playbook': async (window) => {
    await window.run('View: Close All Editors');
    await window.open('long_wait.playbook');
    await window.run('Poise: Open preview');
    await window.inner.locator('h1', { hasText: 'A long wait' }).waitFor();
    await window.inner.locator('.flow .node').first().waitFor();
    await window.picture('flow', { of: window.inner.locator('.flow-frame') });
    await window.run('View: Close Editor');
  },

  'opens the card beside the text': async (window) => {
    await window.open('late_delivery.playbook');
    await window.run('Poise: Open preview to the side');
    await window.inner.locator('.part', { hasText: 'Hear what was planned around it' }).first().waitFor();
  },

  'goes from a step on the card to its text': async (window) => {
    await window.inner.locator('.steps').getByRole('button', { name: 'Say what can be done' }).click();
    await window.isLedTo('choices');
  },

  'goes from a stop in the picture to its text': async (window) => {
    await window.inner.locator('.flow .node', { hasText: 'Find out where it is' }).click();
    await window.isLedTo('find_it');
  },

  'has the card follow the text': async (window) => {
    await window.goTo('hear');
    await window.inner.locator('.part[aria-current]', { hasText: 'Hear what was planned around it' }).waitFor();
    await window.pointNowhere();
    // As much of it as there is room for.
    for (let line = 0; line < 12; line++) await window.press('Control+ArrowDown');
    await window.picture('preview', { height: 530 });
  },

  'keeps the card while a line is half written': async (window) => {
    await window.press('End');
    await window.press('Enter');
    await window.type('sa');
    await window.inner.locator('.line.mistake', { hasText: 'is not something a step can have' }).waitFor();
    await window.inner.locator('.part', { hasText: 'Say sorry for the day' }).first().waitFor();
    await window.run('File: Revert File');
    await window.inner.locator('.mistake').waitFor({ state: 'detached' });
  },

  'has it back when the window is loaded anew': async (window) => {
    // The tab, and behind it what the card itself keeps: which playbook it shows.
    await window.loadAnew('Preview: Late or lost on the way', 'late_delivery.playbook');
    await window.inner.locator('.part', { hasText: 'Hear what was planned around it' }).first().waitFor();
    await window.goTo('find_it');
    await window.inner.locator('.part[aria-current]', { hasText: 'Find out where it is' }).waitFor();
  },
};

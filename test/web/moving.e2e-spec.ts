import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aBrowser, Reader } from '../support/browser.js';
import type { Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

let browser: Browser;
let plenary: Plenary;
const readers: Reader[] = [];

beforeAll(async () => {
  browser = await aBrowser();
  plenary = await Plenary.planned();
  await plenary.convened();
});
afterEach(async () => {
  for (const reader of readers.splice(0)) {
    await reader.settles();
    await reader.leaves();
    expect(reader.troubles).toEqual([]);
  }
});
afterAll(async () => {
  await browser?.close();
  await plenary?.forum.close();
});

async function reads(
  voice: Voice | null,
  path: string,
  view: { readonly width?: number; readonly language?: 'fr' | 'en' } = {},
): Promise<Reader> {
  const reader = await Reader.at(browser, plenary.forum.url, {
    token: voice?.token ?? null,
    width: 360,
    ...view,
  });
  readers.push(reader);
  await reader.opens(path);
  return reader;
}

describe('a convened plenary, moved through the pages', () => {
  it('is moved from its desk, where the form begins with the day that it has', async () => {
    const secretary = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`, { width: 1280 });
    const { page } = secretary;
    await page.getByText('Move the session').first().click();
    const day = page.getByLabel('New date', { exact: true });
    expect(await day.inputValue()).toBe('2024-06-20');
    expect(await page.getByLabel('Place', { exact: true }).inputValue()).toBe('Palais d’Iéna');
    expect(await secretary.flaws()).toEqual([]);

    // Too near: the rule says from which day on.
    await day.fill('2024-06-05');
    await page.getByLabel('Reason for the change, public').fill('The hall is flooded.');
    await page.getByRole('button', { name: 'Move the session' }).click();
    await page.getByText('the session may be held from 15 June 2024 on').waitFor();
    await day.fill('2024-06-27');
    await page.getByRole('button', { name: 'Move the session' }).click();
    await page.getByText('The session is moved; whoever is convened is told.').waitFor();
  });

  it('says to everybody when it was to be, and why it is no more', async () => {
    for (const [language, width, said] of [
      ['en', 360, 'Moved from Thursday 20 June 2024 at 14:00 to Thursday 27 June 2024 at 14:00.'],
      ['fr', 1280, 'Séance déplacée du jeudi 20 juin 2024 à 14 h 00 au jeudi 27 juin 2024 à 14 h 00.'],
    ] as const) {
      const anyone = await reads(null, `/meetings/${plenary.id}`, { language, width });
      await anyone.page.getByText(said.replaceAll(/(?<=\d) h /g, '\u00a0h\u00a0')).waitFor();
      await anyone.page.getByText('The hall is flooded.').first().waitFor();
      expect(await anyone.flaws()).toEqual([]);
    }
  });

  it('tells whoever fills the form in that somebody moved it meanwhile, and keeps her words', async () => {
    const secretary = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`);
    const { page } = secretary;
    await page.getByText('Move the session').first().click();
    await page.getByLabel('Reason for the change, public').fill('A strike.');
    const input = {
      meetingId: plenary.id,
      basedOnMove: 1,
      place: 'Sénat',
      reason: 'The hall is requisitioned.',
    };
    done(await plenary.secretary.does('moveMeeting', { ...input, startsAt: '2024-06-28T12:00:00Z' }));
    await page.getByText('Somebody moved this session while you were writing.').waitFor();
    expect(await page.getByLabel('Reason for the change, public').inputValue()).toBe('A strike.');
    expect(await secretary.flaws()).toEqual([]);
  });

  it('is brought nearer once whoever holds the second key agreed on the page of the session', async () => {
    const founder = await reads(plenary.founder, `/meetings/${plenary.id}`);
    await founder.page.getByText('Agree to a move at short notice').click();
    expect(await founder.flaws()).toEqual([]);
    await founder.page.getByLabel('New day agreed to').fill('2024-06-10');
    await founder.page.getByRole('button', { name: 'Agree to this move' }).click();
    await founder.page.getByText('Agreement to a move to 10 June 2024 at short notice').waitFor();
  });
});

import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aBrowser, Reader } from '../support/browser.js';
import { TestForum } from '../support/forum.js';

let browser: Browser;
let forum: TestForum;

beforeAll(async () => {
  browser = await aBrowser();
  forum = await TestForum.on('2025-03-01');
});
afterAll(async () => {
  await browser?.close();
  await forum?.close();
});

const places = (count: number): string[] =>
  Array.from({ length: count }, (_, place) => String(place + 1).padStart(3, '0'));

describe('a list longer than its page', () => {
  it('goes on below what was read, where it takes whoever asks by keyboard', async () => {
    for (const place of places(53))
      await forum.organisation({ name: `Association ${place}`, college: 'CIVIL_SOCIETY' });
    const reader = await Reader.at(browser, forum.url, { width: 1280, language: 'en' });
    await reader.opens('/organisations');
    const { page } = reader;
    const row = (place: string) => page.getByRole('row', { name: `Association ${place}` });
    await row('050').waitFor();
    expect(await row('051').count()).toBe(0);
    await page.getByRole('button', { name: 'See more' }).press('Enter');
    await row('053').waitFor();
    expect(await row('001').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'See more' }).count()).toBe(0);
    const rest = page.getByRole('group', { name: 'See more' });
    expect(await rest.getByRole('row', { name: /Association/ }).count()).toBe(3);
    expect(await rest.evaluate((group) => group === document.activeElement)).toBe(true);
    expect(await reader.flaws()).toEqual([]);
    await reader.leaves();
    expect(reader.troubles).toEqual([]);
  });

  it('goes on at the desk too, and is read to its end by whoever is to choose in it', async () => {
    const secretary = await forum.secretary();
    for (const place of places(51)) {
      const call = { criteriaFr: 'Des compétences.', criteriaEn: 'Some skills.', opensOn: forum.today };
      const titles = { titleFr: `Appel ${place}`, titleEn: `Call ${place}` };
      expect(await secretary.does('draftCall', { ...call, ...titles, closesOn: '2025-04-01' })).toBeDone();
    }
    for (const place of places(102))
      await forum.organisation({ name: `Ministry ${place}`, college: 'GOVERNMENT' });
    const reader = await Reader.at(browser, forum.url, {
      token: secretary.token,
      width: 1280,
      language: 'en',
    });
    const { page } = reader;
    await reader.opens('/desk/calls');
    await page.getByRole('link', { name: /^Call/ }).first().waitFor();
    expect(await page.getByRole('link', { name: /^Call \d/ }).count()).toBe(50);
    await page.getByRole('button', { name: 'See more' }).click();
    await page.getByRole('group', { name: 'See more' }).getByRole('link', { name: /^Call/ }).waitFor();
    expect(await page.getByRole('link', { name: /^Call \d/ }).count()).toBe(51);
    expect(await reader.flaws()).toEqual([]);

    await reader.opens('/desk/members');
    await page.getByLabel('Organisation').first().selectOption({ label: 'Ministry 102' });
    expect(
      await page.getByLabel('Organisation').first().locator('option', { hasText: 'Ministry' }).count(),
    ).toBe(102);
    expect(await reader.flaws()).toEqual([]);
    await reader.leaves();
    expect(reader.troubles).toEqual([]);
  });
});

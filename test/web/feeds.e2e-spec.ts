import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aBrowser, Reader } from '../support/browser.js';
import { TestForum } from '../support/forum.js';
import { readCalendar } from '../support/icalendar.js';

describe('following the forum', () => {
  let browser: Browser;
  let forum: TestForum;
  beforeAll(async () => {
    browser = await aBrowser();
    forum = await TestForum.on('2024-03-01');
  });
  afterAll(async () => {
    await browser?.close();
    await forum?.close();
  });

  it.each([
    ['fr', 360, 'Suivre le forum', 'S’abonner', 'Créer une adresse secrète', 'Supprimer l’adresse'],
    ['en', 1280, 'Follow the forum', 'Subscribe', 'Make a secret address', 'Remove the address'],
  ] as const)(
    'is found from every page, in %s: calendars, publications, and a calendar of one’s own made by keyboard',
    async (language, width, follow, subscribe, make, remove) => {
      const ada = await forum.person(`Ada ${language}`);
      const reader = await Reader.at(browser, forum.url, { token: ada.token, language, width });
      const { page } = reader;
      await reader.opens('/');
      await page.getByRole('contentinfo').getByRole('link', { name: follow }).click();
      await page.getByRole('heading', { level: 1, name: follow }).waitFor();
      const link = page.getByRole('link', { name: new RegExp(`^${subscribe}`) }).first();
      const address = (await link.getAttribute('href')) ?? '';
      expect(address).toMatch(/^webcal:\/\/.*\/calendars\/all\.ics\?lang=/);
      const answer = await fetch(address.replace('webcal:', 'http:'));
      expect(readCalendar(await answer.text())).toEqual([]);
      expect(await reader.barriers()).toEqual([]);
      expect(await reader.overflow()).toBe(0);
      const alternates = page.locator(`link[rel=alternate][type="application/atom+xml"]`);
      expect(await alternates.count()).toBe(4);
      expect((await fetch(`${forum.url}${await alternates.first().getAttribute('href')}`)).status).toBe(200);

      await reader.opens('/account');
      await page.getByRole('button', { name: make }).press('Enter');
      const secret = page.locator('code', { hasText: '/calendars/personal/' });
      await secret.waitFor();
      const { pathname } = new URL(await secret.innerText());
      expect((await fetch(`${forum.url}${pathname}`)).status).toBe(200);
      expect(await reader.barriers()).toEqual([]);
      expect(await reader.overflow()).toBe(0);
      await page.getByRole('button', { name: remove }).press('Enter');
      await page.getByRole('button', { name: make }).waitFor();
      expect((await fetch(`${forum.url}${pathname}`)).status).toBe(404);
      expect(reader.troubles).toEqual([]);
      await reader.leaves();
    },
  );
});

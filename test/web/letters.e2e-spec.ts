import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnsubscribeLinks } from '@hemicycle/mail';
import type { Browser } from 'playwright-core';
import { aBrowser, Reader } from '../support/browser.js';
import { TestForum } from '../support/forum.js';

describe('the letters that one wants', () => {
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
    ['fr', 'une lettre par jour', 'Enregistrer ce choix', 'Ne plus recevoir ces messages', 'jamais'],
    ['en', 'one letter a day', 'Save this choice', 'Stop these letters', 'never'],
  ] as const)(
    'are chosen on the account page, and declined from a letter, without a barrier, in %s',
    async (language, daily, save, stop, never) => {
      const ada = await forum.person(`Ada ${language}`);
      const reader = await Reader.at(browser, forum.url, { token: ada.token, language, width: 360 });
      await reader.opens('/account');
      const { page } = reader;
      const reminders = page.getByRole('group', { name: /^(Rappels|Reminders)/ });
      await reminders.getByRole('radio', { name: daily }).check();
      await page.getByRole('button', { name: save }).click();
      await page
        .getByRole('status')
        .filter({ hasText: /enregistré|saved/ })
        .waitFor();
      await reader.opens('/account');
      expect(await reminders.getByRole('radio', { name: daily }).isChecked()).toBe(true);
      await page.getByText(/règle NOTICE|rule NOTICE/).waitFor();
      expect(await reader.barriers()).toEqual([]);
      expect(await reader.overflow()).toBe(0);

      // Whoever opens the letter on another device is not signed in there.
      const link = new URL(
        forum.api.get(UnsubscribeLinks, { strict: false }).to(ada.personId ?? '', 'REMINDERS'),
      );
      const elsewhere = await Reader.at(browser, forum.url, { language, width: 360 });
      await elsewhere.opens(`${link.pathname}${link.search}`);
      expect(await elsewhere.barriers()).toEqual([]);
      await elsewhere.page.getByRole('button', { name: stop }).click();
      await elsewhere.page.getByText(/C’est fait|Done/).waitFor();
      await reader.opens('/account');
      expect(await reminders.getByRole('radio', { name: never }).isChecked()).toBe(true);
      expect([...reader.troubles, ...elsewhere.troubles]).toEqual([]);
      await reader.leaves();
      await elsewhere.leaves();
    },
  );
});

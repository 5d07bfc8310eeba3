import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf } from '@hemicycle/kernel';
import type { Reader } from '../support/browser.js';
import { done, Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';

let plenary: Plenary;
let id: string;
const reads = readersOf(() => plenary?.forum);

beforeAll(async () => {
  plenary = await (await Plenary.planned()).held();
});

async function hasNoBarrier(reader: Reader): Promise<void> {
  expect(await reader.barriers()).toEqual([]);
  expect(await reader.overflow()).toBe(0);
}

describe('the pages of minutes', () => {
  it('let the secretariat draft them from what happened, and write under it', async () => {
    const reader = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`, { width: 1280 });
    const { page } = reader;
    await page.getByRole('button', { name: 'Draft the minutes' }).click();
    await page.getByRole('heading', { level: 1, name: 'Desk: minutes of plenary no. 1' }).waitFor();
    id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const text = page.getByRole('textbox', { name: /^Your text: 2\. Ratification/ });
    await text.fill('# Not a title of the minutes');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page
      .getByText(/line 1: Headings have three number signs/)
      .first()
      .waitFor();
    await text.fill('The text was *read aloud*.');
    await page.getByText('Preview of your text').click();
    await page.locator('em', { hasText: 'read aloud' }).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/^Version 2, by Secretary/).waitFor();
    await hasNoBarrier(reader);
  });

  it('keep what is read and being written where a refresh gets no answer', async () => {
    const reader = await reads(plenary.secretary, `/desk/minutes/${id}`, { width: 1280 });
    const { page } = reader;
    const text = page.getByRole('textbox', { name: /^Your text: Close/ });
    await text.fill('Half a sentence');
    await page.route('**/graphql', (route) => route.abort());
    const other = await plenary.forum.secretary('A third');
    const sections = [{ key: 'opening', text: 'Good morning.' }];
    done(await other.does('saveMinutes', { minutesId: id, basedOnVersion: 2, sections }));
    await page.getByText('The forum does not answer', { exact: false }).waitFor();
    expect(await text.inputValue()).toBe('Half a sentence');
    await page.getByText(/^Version 2, by Secretary/).waitFor();
    expect(await page.getByRole('status').filter({ hasText: 'Loading' }).count()).toBe(0);
    await hasNoBarrier(reader);

    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('A third saved version 3 while you were writing.').waitFor();
    expect(await text.inputValue()).toBe('Half a sentence');
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    // Each request that was cut is told in the console, and nothing else.
    for (const trouble of reader.troubles.splice(0)) expect(trouble).toMatch(/net::ERR_FAILED/);
  });

  it('tell whoever writes that somebody else saved, and keep both texts', async () => {
    const reader = await reads(plenary.secretary, `/desk/minutes/${id}`, { width: 1280 });
    const { page } = reader;
    const text = page.getByRole('textbox', { name: /^Your text: Close/ });
    await text.fill('Mine.');
    const other = await plenary.forum.secretary('Another');
    const sections = [{ key: 'closing', text: 'Theirs.' }];
    done(await other.does('saveMinutes', { minutesId: id, basedOnVersion: 3, sections }));
    await page.getByText('Another saved version 4 while you were writing.').waitFor();
    await page.getByText('Theirs.').waitFor();
    expect(await text.inputValue()).toBe('Mine.');
    await text.fill('Mine. Theirs.');
    await page.getByRole('button', { name: 'The two texts are joined' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/^Version 5, by Secretary/).waitFor();
    await page.getByRole('button', { name: 'Send to the members' }).click();
    await page.getByText('These minutes were sent: they are not edited here any more.').waitFor();
  });

  it('let a member comment, and whoever presided decide', async () => {
    const member = await reads(plenary.member('CIVIL_SOCIETY', 2), `/minutes/${id}`);
    await member.page.getByRole('combobox', { name: 'On' }).selectOption({ label: 'Close' });
    await member.page.getByRole('textbox', { name: /^Your comment/ }).fill('The host was thanked.');
    await member.page.getByRole('button', { name: 'Send the comment' }).click();
    await member.page.getByText('CIVIL_SOCIETY 2, on Close').waitFor();
    await hasNoBarrier(member);
    await plenary.goTo('2024-06-28', '10:00');
    const president = await reads(plenary.closedBy(), `/minutes/${id}`, { width: 1280 });
    await president.page.getByRole('radio', { name: 'Taken in', exact: true }).check();
    await president.page.getByRole('textbox', { name: /^Reason/ }).fill('True.');
    await president.page.getByRole('textbox', { name: /^Your text: Close/ }).fill('Thanks to the host.');
    await hasNoBarrier(president);
    await president.page.getByRole('button', { name: 'Approve and publish' }).click();
    await president.page.getByText(/^Approved after the president’s decision/).waitFor();
  });

  it.each([
    ['en', 1280],
    ['fr', 360],
  ] as const)('show everybody what was published, in %s, %d pixels wide', async (language, width) => {
    const reader = await reads(null, `/meetings/${plenary.id}`, { language, width });
    const { page } = reader;
    await page
      .getByRole('link', { name: language === 'en' ? 'Read the minutes' : 'Lire le compte rendu' })
      .click();
    await page.getByText('Thanks to the host.').waitFor();
    const [hash] = await page.locator('code', { hasText: /^[0-9a-f]{64}$/ }).allTextContents();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: language === 'en' ? 'Markdown file' : 'Fichier Markdown' }).click();
    const file = readFileSync(await (await downloading).path());
    expect(createHash('sha256').update(file).digest('hex')).toBe(hash);
    await hasNoBarrier(reader);
    await page.getByRole('link', { name: /^2\. Ratification/ }).click();
    await page
      .getByText(language === 'en' ? 'Read the whole minutes' : 'Lire le compte rendu entier')
      .waitFor();
    await page.getByRole('heading', { level: 2, name: /^2\. Ratification/ }).waitFor();
    expect(await page.getByRole('heading', { level: 2, name: /^3\. / }).count()).toBe(0);
    await page.locator('code', { hasText: hash ?? 'none' }).waitFor();
    await hasNoBarrier(reader);
    await page.getByRole('link', { name: /2024-1/ }).click();
    const extracted =
      language === 'en' ? 'Read the extract from the minutes' : 'Lire l’extrait du compte rendu';
    await page.getByRole('link', { name: extracted }).click();
    await page.getByRole('heading', { level: 2, name: /^2\. Ratification/ }).waitFor();
    await reader.opens(`/meetings/${plenary.id}`);
    await page
      .getByRole('link', { name: new RegExp(`^${extracted} ?: .*(Ratification|ratification)`) })
      .click();
    await page.getByRole('heading', { level: 2, name: /^2\. Ratification/ }).waitFor();
    const [election] = await plenary.forum.database.query<{ id: string }>(`SELECT id FROM election LIMIT 1`);
    await reader.opens(`/elections/${election?.id}`);
    await page.getByRole('link', { name: extracted }).click();
    await page.getByRole('heading', { level: 2, name: /^\d\. (Election|Élection)/ }).waitFor();
    await reader.opens('/minutes');
    expect(await page.getByRole('row').count()).toBe(2);
    await hasNoBarrier(reader);
  });

  it.each([
    ['en', 360],
    ['fr', 1280],
  ] as const)('say who signed them and who did not, in %s, %d pixels wide', async (language, width) => {
    const english = language === 'en';
    const now = plenary.forum.clock.now();
    if (english) plenary.forum.clock.pass(61 * 60_000);
    const president = await reads(plenary.closedBy(), `/minutes/${id}`, { language, width });
    const { page } = president;
    await page.getByText(english ? 'Secretary, not signed' : 'Secretary, non signé').waitFor();
    const sign = page.getByRole('button', { name: english ? 'Sign this version' : 'Signer cette version' });
    await hasNoBarrier(president);
    if (english) {
      // She signed in more than an hour ago, and does so again elsewhere.
      expect(await sign.getAttribute('aria-disabled')).toBe('true');
      await page.getByRole('link', { name: 'Sign in again in another tab, then come back here' }).waitFor();
      await plenary.goTo(dayOf(now, plenary.forum.timeZone), '12:00');
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      await sign.click();
      await page.getByText('You have signed this version.').waitFor();
    }
    await page.getByText(english ? 'GOVERNMENT 3, signed on' : 'GOVERNMENT 3, signé le').waitFor();
    expect(await sign.count()).toBe(0);
    await hasNoBarrier(president);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { TestForum } from '../support/forum.js';
import { readersOf } from '../support/readers.js';

let forum: TestForum;
const reads = readersOf(() => forum);

beforeAll(async () => {
  forum = await TestForum.on('2025-03-01');
});

describe('the page that writes to the secretariat', () => {
  it('is found at the foot of any page, used by keyboard, and keeps what was typed when it is refused', async () => {
    const reader = await reads(null, '/members', { width: 1280 });
    const { page } = reader;
    await page.locator('footer').getByRole('link', { name: 'Write to the secretariat' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Write to the secretariat' }).waitFor();
    expect(await reader.flaws()).toEqual([]);
    await reader.tabTo(/^Send the message$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3 answers are to be corrected' }).waitFor();
    expect(await reader.flaws()).toEqual([]);
    await reader.tabTo(/^Your name/);
    await page.keyboard.type('Zoé');
    await reader.tabTo(/^Your mail address/);
    await page.keyboard.type('zoe@example.org');
    await reader.tabTo(/^Subject/);
    await page.keyboard.type('A question');
    await page.keyboard.press('Tab');
    await page.keyboard.type('When do you meet?');
    await reader.tabTo(/^Send the message$/);
    await page.keyboard.press('Enter');
    await page.getByText('Nobody works in the secretariat today').waitFor();
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('When do you meet?');
    expect(await page.getByLabel('Subject').inputValue()).toBe('A question');
    expect(await reader.flaws()).toEqual([]);

    const secretary = await forum.secretary();
    await page.getByRole('button', { name: 'Send the message' }).press('Enter');
    await page.getByText('Your message is on its way to the secretariat.').waitFor();
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('');
    expect(await reader.flaws()).toEqual([]);
    const letters = await forum.letters();
    expect(letters.map(({ to }) => to).toSorted()).toEqual(
      [`${secretary.personId}@example.org`, 'zoe@example.org'].toSorted(),
    );
  });

  it('speaks French on a telephone, and acknowledges in French', async () => {
    const reader = await reads(null, '/contact', { language: 'fr' });
    const { page } = reader;
    await page.getByLabel('Votre adresse électronique').fill('yves@example.org');
    await page.getByLabel('Objet').fill('Une question');
    await page.getByLabel('Message', { exact: true }).fill('Quand vous réunissez-vous ?');
    expect(await reader.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Envoyer le message' }).click();
    await page.getByText('Votre message part vers le secrétariat.').waitFor();
    const letter = (await forum.letters()).find(({ to }) => to === 'yves@example.org');
    expect(letter?.letter.subject).toBe('Votre message au secrétariat');
  });
});

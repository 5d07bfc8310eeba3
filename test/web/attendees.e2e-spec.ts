import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';
import { closed, inSession } from '../support/working-groups.js';

let plenary: Plenary;
const reads = readersOf(() => plenary?.forum);

beforeAll(async () => {
  const first = await (await Plenary.planned()).held();
  await first.goTo('2024-11-20');
  plenary = await first.another('2024-12-12');
  await inSession(plenary, [{ kind: 'INFORMATION', titleFr: 'Bilan', titleEn: 'Review' }]);
});

describe('the desk of a session', () => {
  it('names whoever attends without a seat, and says when her name becomes public', async () => {
    const reader = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`);
    const { page } = reader;
    const record = page.getByRole('button', { name: 'Record this person' });
    await record.click();
    await page.getByText('to be filled in').first().waitFor();
    expect(await reader.flaws()).toEqual([]);
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('Noor Haddad');
    await page.getByText('the minutes make the name public').waitFor();
    await page.getByLabel('Organisation, if there is one').fill('Université de Lyon');
    await page.getByLabel('Capacity').selectOption({ label: 'heard as an expert' });
    await record.click();
    await page.getByText('Noor Haddad, Université de Lyon, heard as an expert').waitFor();
    await name.fill('noor haddad');
    await page.getByLabel('Organisation, if there is one').fill('Université de Lyon');
    await page.getByLabel('Capacity').selectOption({ label: 'guest' });
    await record.click();
    await page.getByText('noor haddad is among those present already', { exact: false }).waitFor();
    await name.fill('Wrong Name');
    await record.click();
    await page.getByRole('button', { name: 'Remove Wrong Name' }).click();
    await page.getByRole('button', { name: 'Remove Wrong Name' }).waitFor({ state: 'detached' });
    expect(await reader.flaws()).toEqual([]);
  });

  it('offers, once it is closed, no attendance that the quorum would deny, and its minutes name everybody', async () => {
    await closed(plenary);
    const reader = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`, {
      width: 1280,
      language: 'fr',
    });
    const { page } = reader;
    const seat = page.getByLabel('Présence de GOVERNMENT 1', { exact: true });
    await seat.waitFor();
    await page.getByText('Présence constatée en séance').first().waitFor();
    const open = await seat
      .locator('option')
      .evaluateAll((options) =>
        options.filter((one) => !(one as HTMLOptionElement).disabled).map((one) => one.textContent),
      );
    expect(open).toHaveLength(2);
    await page.getByRole('heading', { name: 'Autres personnes présentes' }).waitFor();
    expect(await reader.flaws()).toEqual([]);

    const draft = { meetingId: plenary.id, language: 'FR' };
    const { id }: Json = done(await plenary.secretary.does('draftMinutes', draft, '... on Minutes { id }'));
    done(await plenary.secretary.does('circulateMinutes', { minutesId: id, version: 1 }));
    const member = await reads(plenary.member('GOVERNMENT', 1), `/minutes/${id}`, { language: 'fr' });
    await member.page.getByRole('heading', { name: 'Autres personnes présentes' }).waitFor();
    await member.page.getByText('Noor Haddad (Université de Lyon)').waitFor();
    expect(await member.flaws()).toEqual([]);
    // From now on the minutes alone name her.
    await page.reload();
    await page
      .getByText('Le compte rendu qui dit les présences a été communiqué aux membres')
      .first()
      .waitFor();
    expect(await page.getByText('Noor Haddad').count()).toBe(0);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aBrowser, Reader } from '../support/browser.js';
import type { Voice } from '../support/forum.js';
import { Plenary } from '../support/plenary.js';
import { closed, decided, decisionOn, inSession, proposed } from '../support/working-groups.js';

let browser: Browser;
let plenary: Plenary;
let groupId: string;
const readers: Reader[] = [];

beforeAll(async () => {
  browser = await aBrowser();
  plenary = await (await Plenary.planned()).held();
  await plenary.goTo('2024-11-20');
  plenary = await plenary.another('2024-12-12');
  groupId = await proposed(plenary);
  const [item] = await inSession(plenary, [decisionOn('WORKING_GROUP_SETUP', groupId)]);
  await decided(plenary, item ?? '');
  await closed(plenary);
});
afterEach(async () => {
  for (const reader of readers.splice(0)) {
    await reader.leaves();
    expect(reader.troubles).toEqual([]);
  }
});
afterAll(async () => {
  await browser?.close();
  await plenary?.forum.close();
});

async function reads(voice: Voice | null, path: string, width = 360): Promise<Reader> {
  const reader = await Reader.at(browser, plenary.forum.url, { token: voice?.token ?? null, width });
  readers.push(reader);
  await reader.opens(path);
  return reader;
}

async function hasNoBarrier(reader: Reader): Promise<void> {
  expect(await reader.barriers()).toEqual([]);
  expect(await reader.overflow()).toBe(0);
}

describe('the pages of working groups', () => {
  it('show everybody the group, its facilitators and the decision that set it up', async () => {
    for (const width of [360, 1280]) {
      const reader = await reads(null, '/groups', width);
      await hasNoBarrier(reader);
      await reader.page.getByRole('link', { name: 'Open justice' }).click();
      await reader.page.getByRole('heading', { level: 1, name: 'Open justice' }).waitFor();
      await reader.page.getByText('Commitments 3 and 12').waitFor();
      await reader.page.getByRole('link', { name: 'GOVERNMENT 4' }).first().waitFor();
      await hasNoBarrier(reader);
      await reader.page.getByRole('link', { name: /^2024-2, / }).click();
      await reader.page.getByRole('link', { name: 'Open justice' }).waitFor();
    }
  });

  it('let a member join the group and leave it, and its facilitator resign', async () => {
    const reader = await reads(plenary.member('CIVIL_SOCIETY', 1), `/groups/${groupId}`);
    const { page } = reader;
    await page.getByRole('button', { name: 'Join this group' }).click();
    await page.getByText('You are a member of this group.').waitFor();
    await page.getByRole('button', { name: 'Leave this group' }).click();
    await page.getByText('You leave this group: today is the last day.').waitFor();
    await hasNoBarrier(reader);

    const facilitator = await reads(plenary.member('CIVIL_SOCIETY', 4), `/groups/${groupId}`);
    const stays = facilitator.page.getByRole('button', { name: 'Leave this group' });
    expect(await stays.getAttribute('aria-disabled')).toBe('true');
    await facilitator.page.getByText('the office is given up first', { exact: false }).waitFor();
    await facilitator.page.getByText('Give up the office of facilitator').click();
    await hasNoBarrier(facilitator);
    await facilitator.page.getByRole('button', { name: 'Resign', exact: true }).click();
    await facilitator.page.getByText('You do not facilitate this group after today').waitFor();
    await plenary.goTo('2024-12-13');
  });

  it('let the secretariat propose a facilitator and another group, for an agenda to carry', async () => {
    const reader = await reads(plenary.secretary, `/groups/${groupId}`);
    const { page } = reader;
    await page.getByText('Facilitator’s seat vacant: civil society.', { exact: false }).waitFor();
    await page.getByLabel('Member proposed').selectOption({ index: 7 });
    await hasNoBarrier(reader);
    await page.getByRole('button', { name: 'Propose this facilitator' }).click();
    await page.getByText('The facilitator is proposed').waitFor();
    await reader.opens('/groups');
    await page.getByLabel('Theme, in French').fill('Données ouvertes');
    await page.getByLabel('Theme, in English').fill('Open data');
    await page.getByLabel('Commitments of the action plan').fill('7, 5');
    await page.getByLabel('Facilitator: government actors').selectOption({ index: 1 });
    await page.getByLabel('Facilitator: civil society').selectOption({ index: 1 });
    await hasNoBarrier(reader);
    await page.getByRole('button', { name: 'Propose the group' }).click();
    await page.getByRole('heading', { level: 1, name: 'Open data' }).waitFor();
    await page.getByText('Commitments 5 and 7').waitFor();
    const { id } = await plenary.another('2025-06-12');
    await reader.opens(`/desk/meetings/${id}`);
    await page.getByLabel('Kind').selectOption('DECISION');
    const changes = page.getByLabel('What it changes');
    await changes.selectOption({ label: 'Set up the group “Open data”' });
    const options = await changes.locator('option').allTextContents();
    expect(options).toContain('Close the group “Open justice”');
    expect(options.some((option) => /^Name .+ a facilitator of the group “Open justice”$/.test(option))).toBe(
      true,
    );
  });
});

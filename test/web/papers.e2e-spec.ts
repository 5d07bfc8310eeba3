import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PDF } from '../support/papers.js';
import { done, Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';

let plenary: Plenary;
const reads = readersOf(() => plenary?.forum);

beforeAll(async () => {
  plenary = await Plenary.planned();
  await plenary.called();
  await plenary.keys();
});

const named = (name: string, buffer = PDF) => ({ name, mimeType: 'application/octet-stream', buffer });

async function downloaded(page: Page, link: RegExp): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).first().click(),
  ]);
  return createHash('sha256')
    .update(readFileSync(await download.path()))
    .digest('hex');
}
const SHA = createHash('sha256').update(PDF).digest('hex');

describe('the papers of a plenary, through the pages', () => {
  it('are attached at the desk; what cannot be is said beside its field', async () => {
    const desk = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`);
    const { page } = desk;
    await page.getByText('Attach a paper', { exact: true }).click();
    await page.getByRole('button', { name: 'Attach the paper' }).click();
    await page.getByRole('link', { name: /^File: / }).waitFor();
    expect(await desk.flaws()).toEqual([]);
    await page.getByLabel('Item of the agenda').selectOption({ label: 'Opening' });
    await page.getByLabel('Title of the paper in French').fill('Bilan');
    await page.getByLabel('Title of the paper in English').fill('Results');
    const file = page.getByLabel('File', { exact: true });
    await file.setInputFiles(named('large.pdf', Buffer.alloc(10 * 1024 * 1024 + 1, 'a')));
    await page.getByRole('button', { name: 'Attach the paper' }).click();
    await page.getByRole('link', { name: 'File: This file is larger than 10 MiB.' }).waitFor();
    await file.setInputFiles(named('bilan.docx'));
    await page.getByRole('button', { name: 'Attach the paper' }).click();
    await page.getByRole('link', { name: /^File: What this file holds is not DOCX/ }).waitFor();
    expect(await desk.flaws()).toEqual([]);
    await file.setInputFiles(named('bilan.pdf'));
    await page.getByRole('button', { name: 'Attach the paper' }).click();
    await page.getByText('The paper is attached.').waitFor();
    await page.getByRole('link', { name: /^Results \(PDF, \d+.bytes\)$/ }).waitFor();
    expect(await desk.flaws()).toEqual([]);
  });

  it('are read by a member once she is convened, and by nobody else those for members', async () => {
    const desk = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`, { width: 1280 });
    const { page } = desk;
    await page.getByText('Attach a paper', { exact: true }).click();
    await page.getByLabel('Item of the agenda').selectOption({ label: 'Opening' });
    await page.getByLabel('Title of the paper in French').fill('Liste');
    await page.getByLabel('Title of the paper in English').fill('List');
    await page.getByLabel('File', { exact: true }).setInputFiles(named('liste.pdf'));
    await page.getByLabel('Reason to keep it for members').fill('It names people.');
    await page.getByRole('button', { name: 'Attach the paper' }).click();
    await page.getByText('The paper is attached.').waitFor();
    done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));

    const member = await reads(plenary.member('GOVERNMENT', 1), `/meetings/${plenary.id}`);
    await member.page.getByText('For members only: It names people.').waitFor();
    expect(await member.flaws()).toEqual([]);
    expect(await downloaded(member.page, /^List/)).toBe(SHA);
    const anyone = await reads(null, `/meetings/${plenary.id}`, { width: 1280 });
    expect(await downloaded(anyone.page, /^Results/)).toBe(SHA);
    expect(await anyone.page.getByText('It names people.').count()).toBe(0);
  });

  it('are replaced and withdrawn after the convocation, which everybody reads', async () => {
    plenary.forum.clock.pass(60_000);
    const desk = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`);
    const { page } = desk;
    const paper = (title: string) => page.getByRole('listitem').filter({ hasText: `Replace “${title}”` });
    await page.getByText('Replace “Results”').click();
    const next = Buffer.concat([PDF, Buffer.from('% 2\n')]);
    await paper('Results').getByLabel('New file').setInputFiles(named('bilan-2.pdf', next));
    await paper('Results').getByRole('button', { name: 'Attach the new version' }).click();
    await page.getByText('The new version is attached.').waitFor();
    await page.getByText(/^Version 2, after the convocation, on /).waitFor();
    await page.getByText('Withdraw “List”').click();
    await paper('List').getByLabel('Reason for the withdrawal').fill('Sent by mistake.');
    expect(await desk.flaws()).toEqual([]);
    await paper('List').getByRole('button', { name: 'Withdraw the paper' }).click();
    await page.getByText('The paper is withdrawn.').waitFor();

    const anyone = await reads(null, `/meetings/${plenary.id}`);
    await anyone.page.getByText(/^Version 2, after the convocation, on /).waitFor();
    expect(await downloaded(anyone.page, /^Version 1, of /)).toBe(SHA);
    const member = await reads(plenary.member('GOVERNMENT', 1), `/meetings/${plenary.id}`, { width: 1280 });
    await member.page.getByText(/Reason: Sent by mistake\.$/).waitFor();
    expect(await member.flaws()).toEqual([]);
  });

  it('are read on, apart from the others, when their item left the agenda', async () => {
    await plenary.agenda();
    await plenary.keys([plenary.founder], 2);
    done(await plenary.secretary.does('publishAgenda', { meetingId: plenary.id }));
    const anyone = await reads(null, `/meetings/${plenary.id}`);
    const left = anyone.page.getByRole('list', { name: 'Papers of items that were removed from the agenda' });
    await left.getByRole('link', { name: /^Results/ }).waitFor();
    expect(await anyone.flaws()).toEqual([]);
    const desk = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`, { width: 1280 });
    await desk.page.getByText('Item removed from the agenda').first().waitFor();
    expect(await desk.flaws()).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Reader } from '../support/browser.js';
import type { Json } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';

let plenary: Plenary;
const reads = readersOf(() => plenary?.forum);

beforeAll(async () => {
  plenary = await Plenary.planned();
});

/** The desk of the session in a browser of its own. */
const atTheDesk = (): Promise<Reader> =>
  reads(plenary.secretary, `/desk/meetings/${plenary.id}`, { width: 1280 });

const government = (place: number): string => plenary.member('GOVERNMENT', place).memberId;

async function records({ page }: Reader): Promise<void> {
  await page.getByRole('button', { name: 'Record attendance' }).click();
  await page.getByText('Attendance is recorded.').waitFor();
}

/** How each member attends, by id. */
async function recorded(): Promise<Map<string, string>> {
  const { meeting } = await plenary.secretary.reads(
    'query ($id: ID!) { meeting(id: $id) { attendance { mode member { id } } } }',
    { id: plenary.id },
  );
  const rows: Json[] = meeting.attendance;
  return new Map(rows.map(({ mode, member }) => [member.id, mode]));
}

describe('two browsers at the desk of one session', () => {
  it('keep the items of an agenda that one writes while the other saves', async () => {
    await plenary.called();
    const [one, other] = [await atTheDesk(), await atTheDesk()];
    const item = (page: Page, position: number) =>
      page.getByRole('group', { name: `Item ${position}`, exact: true });
    const save = async ({ page }: Reader, version: number): Promise<void> => {
      await page.getByRole('button', { name: 'Save the agenda' }).click();
      await page.getByText(`The agenda is saved: version ${version}.`).waitFor();
    };
    const { page } = one;
    await page.getByRole('button', { name: 'Add an item' }).click();
    await item(page, 5).getByLabel('Title in French').fill('Travaux des groupes');
    await item(page, 5).getByLabel('Title in English').fill('Work of the groups');
    await item(page, 1).getByLabel('Title in English').fill('Welcome');

    await item(other.page, 1).getByLabel('Title in English').fill('Opening words');
    await item(other.page, 3).getByLabel('Planned minutes').fill('45');
    await save(other, 2);

    const told = page.getByRole('alert').filter({ hasText: 'Somebody saved version 2' });
    await told.waitFor();
    expect(await item(page, 5).getByLabel('Title in English').inputValue()).toBe('Work of the groups');
    expect(await item(page, 1).getByLabel('Title in English').inputValue()).toBe('Welcome');
    expect(await one.flaws()).toEqual([]);
    // Both rewrote the first item: whoever is told chooses whose words it has.
    await told.getByRole('button', { name: 'Take the other words of the item “Opening words”' }).click();
    await told.getByRole('button', { name: 'Join the two versions' }).click();
    await told.waitFor({ state: 'detached' });
    expect(await item(page, 3).getByLabel('Planned minutes').inputValue()).toBe('45');
    await save(one, 3);

    // Who has written nothing since reads on from what was saved.
    await item(other.page, 5).waitFor();
    expect(await item(other.page, 5).getByLabel('Title in English').inputValue()).toBe('Work of the groups');
    expect(await other.page.getByText('Somebody saved version').count()).toBe(0);
    const { meeting } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { items { title(language: EN) plannedMinutes } } } }',
      { id: plenary.id },
    );
    expect(meeting.agenda.items).toMatchObject([
      { title: 'Opening words', plannedMinutes: null },
      {},
      { plannedMinutes: 45 },
      {},
      { title: 'Work of the groups' },
    ]);
  });

  it('keep what one writes while the other convenes', async () => {
    const { page } = await atTheDesk();
    const title = page.getByRole('group', { name: 'Item 5', exact: true }).getByLabel('Title in English');
    await title.fill('Work of the two groups');
    await plenary.keys(undefined, 3);
    done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
    await page.getByText('Convened', { exact: true }).waitFor();
    expect(await title.isVisible()).toBe(true);
    expect(await title.inputValue()).toBe('Work of the two groups');
  });

  it('record each what it changed of the attendance', async () => {
    await plenary.goTo(plenary.on, '14:00');
    const entries = [{ memberId: government(1), mode: 'EXCUSED' }];
    done(await plenary.secretary.does('recordAttendance', { meetingId: plenary.id, entries }));
    const [one, other] = [await atTheDesk(), await atTheDesk()];
    const { page } = one;
    const seat = (on: Page, place: number) => on.getByLabel(`Attendance of GOVERNMENT ${place}`);
    await seat(page, 2).selectOption('ONLINE');
    await seat(page, 3).selectOption('ONLINE');
    await seat(other.page, 1).selectOption('ABSENT');
    await seat(other.page, 3).selectOption('EXCUSED');
    await records(other);
    // What the other recorded shows at once, beside what was changed here and stays.
    await page.getByText('Recorded meanwhile: excused').waitFor();
    expect(await seat(page, 1).inputValue()).toBe('ABSENT');
    expect(await seat(page, 3).inputValue()).toBe('ONLINE');
    expect(await one.flaws()).toEqual([]);
    await records(one);
    expect(await recorded()).toEqual(
      new Map([
        [government(1), 'ABSENT'],
        [government(2), 'ONLINE'],
        [government(3), 'ONLINE'],
      ]),
    );
  });

  it('record every member, however many, and nobody twice', async () => {
    await plenary.moreMembers('CIVIL_SOCIETY', 95);
    const desk = await atTheDesk();
    const { page } = desk;
    await page.getByLabel('Attendance of CIVIL_SOCIETY 105').waitFor();
    await page.getByRole('button', { name: 'Everybody else is in the room' }).click();
    await records(desk);
    const everybody = await recorded();
    expect([1, 2, 3, 4].map((place) => everybody.get(government(place)))).toEqual([
      'ABSENT',
      'ONLINE',
      'ONLINE',
      'IN_ROOM',
    ]);
    expect(everybody.size).toBe(105);
    await page.getByRole('button', { name: 'Everybody else is in the room' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Record attendance' }).click();
    await page.getByText('No line has changed: there is nothing to record.').waitFor();
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Reader } from '../support/browser.js';
import { withCommittee } from '../support/committee.js';
import { done, type Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';

let plenary: Plenary;
const reads = readersOf(() => plenary?.forum);

beforeAll(async () => {
  plenary = await withCommittee();
});

/** Wide and narrow. */
async function hasNoFlaw(reader: Reader): Promise<void> {
  expect(await reader.flaws()).toEqual([]);
}

describe('a meeting of the management committee, through the pages', () => {
  let meetingId: string;

  it('is planned by a co-chair, who sets its agenda', async () => {
    await plenary.goTo('2024-09-02', '10:00');
    const coChair = await reads(plenary.member('CIVIL_SOCIETY', 3), '/committee');
    const { page } = coChair;
    await page.getByText('The committee has not met, and plans no meeting.').waitFor();
    await page.getByText('Plan a meeting').click();
    await page.getByLabel('Day', { exact: true }).fill('2024-09-16');
    await page.getByLabel(/Link to take part online/).fill('https://visio.example/committee');
    await hasNoFlaw(coChair);
    await page.getByRole('button', { name: 'Plan the session' }).click();
    const title = 'Desk: meeting no. 1 of the management committee';
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    meetingId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByLabel('Title in French').fill('Préparer la prochaine séance');
    await page.getByLabel('Title in English').fill('To prepare the next plenary');
    await page.getByLabel('Kind').selectOption('DECISION');
    await page.getByRole('button', { name: 'Save the agenda' }).click();
    await page.getByText('The agenda is saved: version 1.').waitFor();
    await hasNoFlaw(coChair);
    const items = [
      { kind: 'DECISION', titleFr: 'Préparer la prochaine séance', titleEn: 'To prepare the next plenary' },
      { kind: 'DISCUSSION', titleFr: 'Marchés publics', titleEn: 'Public contracts' },
    ];
    done(await plenary.member('CIVIL_SOCIETY', 3).does('draftAgenda', { meetingId, items }));
  });

  it('is convened by the secretariat, and everybody reads when and about what', async () => {
    const desk = await reads(plenary.secretary, `/desk/meetings/${meetingId}`);
    await desk.page.getByText('the members of the committee are written to').waitFor();
    await desk.page.getByRole('button', { name: 'Convene the members' }).click();
    await desk.page.getByText('Convened', { exact: true }).waitFor();
    await hasNoFlaw(desk);
    const anyone = await reads(null, '/committee');
    await anyone.page.getByRole('link', { name: 'Meeting no. 1' }).click();
    await anyone.page.getByText('To prepare the next plenary').waitFor();
    expect(await anyone.page.getByText('Elections', { exact: true }).count()).toBe(0);
    await hasNoFlaw(anyone);
  });

  it('is joined, lent a vote in and declared an interest in by those who serve, in what is discussed too', async () => {
    const serving = await reads(plenary.member('GOVERNMENT', 4), `/meetings/${meetingId}`);
    const { page } = serving;
    await page.getByRole('link', { name: 'Join online' }).waitFor();
    const holder = page.getByLabel('Member who gets the proxy');
    await holder.waitFor();
    expect(await holder.getByRole('option').allTextContents()).toEqual(
      expect.arrayContaining(['GOVERNMENT 3']),
    );
    expect(await holder.getByRole('option', { name: 'GOVERNMENT 1' }).count()).toBe(0);
    await page.getByText('Declare an interest: Public contracts').click();
    await page.getByRole('button', { name: 'Declare the interest' }).click();
    await page.getByText('Takes no part, by a declared interest: GOVERNMENT 4.').waitFor();
    await hasNoFlaw(serving);
    const other = await reads(plenary.member('GOVERNMENT', 1), `/meetings/${meetingId}`);
    await other.page.getByText('Public contracts').first().waitFor();
    await other.settles();
    expect(await other.page.getByRole('link', { name: 'Join online' }).count()).toBe(0);
    expect(await other.page.getByRole('heading', { name: 'Proxies' }).count()).toBe(0);
    expect(await other.page.getByText('Declare an interest').count()).toBe(0);
    await hasNoFlaw(other);
  });

  it('is attended by those who serve, opened by a co-chair, and adopts a recommendation', async () => {
    await plenary.goTo('2024-09-16', '14:00');
    const coChair = plenary.member('GOVERNMENT', 3);
    const desk = await reads(coChair, `/desk/meetings/${meetingId}`);
    await desk.page.getByRole('button', { name: 'Everybody else is in the room' }).click();
    await desk.page.getByLabel('Attendance of CIVIL_SOCIETY 4').selectOption('EXCUSED');
    expect(await desk.page.getByLabel('Attendance of GOVERNMENT 1').count()).toBe(0);
    await desk.page.getByRole('button', { name: 'Record attendance' }).click();
    await desk.page.getByText('Attendance is recorded.').waitFor();
    await hasNoFlaw(desk);
    await desk.page.getByRole('button', { name: 'Open the session' }).click();
    await desk.page.getByText('In session', { exact: true }).waitFor();
    await desk.page.getByRole('heading', { name: 'Recommendations' }).waitFor();
    await hasNoFlaw(desk);
    done(await coChair.does('closeSession', { meetingId }));
  });

  it('has minutes of its own name', async () => {
    const coChair = plenary.member('CIVIL_SOCIETY', 3);
    const { id } = done(await coChair.does('draftMinutes', { meetingId }, '... on Minutes { id }'));
    const desk = await reads(coChair, `/desk/minutes/${id}`);
    const title = 'Desk: minutes of meeting no. 1 of the management committee';
    await desk.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await hasNoFlaw(desk);
    done(await coChair.does('circulateMinutes', { minutesId: id, version: 1 }));
    await plenary.goTo('2024-09-24');
    const anyone = await reads(null, `/minutes/${id}`);
    await anyone.page
      .getByRole('heading', { level: 1, name: 'Minutes of meeting no. 1 of the management committee' })
      .waitFor();
    await hasNoFlaw(anyone);
  });
});

describe('parity on the committee, through the pages', () => {
  it('is declared by whoever holds a seat, on her own page, and shown by college alone (PARITY)', async () => {
    const holder = await reads(plenary.member('CIVIL_SOCIETY', 3), '/account');
    const { page } = holder;
    await page.getByRole('heading', { name: 'Parity on the management committee' }).waitFor();
    expect(await page.getByLabel('I declare nothing').isChecked()).toBe(true);
    await page.getByLabel('A woman').check();
    await hasNoFlaw(holder);
    const form = page.locator('form', { has: page.getByLabel('A woman') });
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your choice is recorded.').waitFor();
    await page.reload();
    await page.getByLabel('A woman').waitFor();
    expect(await page.getByLabel('A woman').isChecked()).toBe(true);

    const anyone = await reads(null, '/committee');
    await anyone.page
      .getByText('Parity between women and men, civil society: unknown (too few have declared)')
      .waitFor();
    await hasNoFlaw(anyone);

    const other = await reads(plenary.member('CIVIL_SOCIETY', 5), '/account');
    await other.page.getByRole('heading', { name: 'My calendar' }).waitFor();
    expect(await other.page.getByText('Parity on the management committee').count()).toBe(0);
  });
});

describe('acting after a term, through the pages', () => {
  it('is given up on her own page by whoever acts, and ended by the secretariat with a reason (ACTING)', async () => {
    await plenary.goTo('2026-08-03');
    const [acts, fellow] = [plenary.member('CIVIL_SOCIETY', 3), plenary.member('GOVERNMENT', 3)];
    const holder = await reads(acts, `/members/${acts.memberId}`);
    await holder.page.getByText('Give up acting (co-chair)').click();
    await holder.page.getByText('Today is the last day of it').waitFor();
    expect(await holder.page.getByRole('textbox', { name: 'Reason' }).count()).toBe(0);
    await hasNoFlaw(holder);
    await holder.page.getByRole('button', { name: 'Give up acting' }).click();
    await holder.page.getByText('Acts no more: 3 August 2026 was the last day.').waitFor();
    expect(await holder.page.getByText('Give up acting').count()).toBe(0);

    const desk = await reads(plenary.secretary, `/members/${fellow.memberId}`);
    await desk.page.getByText('End the acting (co-chair)').click();
    await desk.page.getByRole('button', { name: 'End the acting' }).click();
    await desk.page.getByRole('heading', { name: 'One answer is to be corrected' }).waitFor();
    await desk.page.getByRole('textbox', { name: 'Reason' }).fill('Long sick leave.');
    await hasNoFlaw(desk);
    await desk.page.getByRole('button', { name: 'End the acting' }).click();
    await desk.page.getByText('Reason: Long sick leave.').waitFor();
    const anyone = await reads(null, `/members/${fellow.memberId}`);
    await anyone.page.getByText('Reason: Long sick leave.').waitFor();
    expect(await anyone.page.getByText('End the acting').count()).toBe(0);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Reader } from '../support/browser.js';
import { done, type Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';
import { morning, withGroup } from '../support/working-groups.js';

let plenary: Plenary;
let groupId: string;
const reads = readersOf(() => plenary?.forum);

beforeAll(async () => {
  ({ plenary, groupId } = await withGroup());
});

/** Wide and narrow. */
async function hasNoFlaw(reader: Reader): Promise<void> {
  expect(await reader.flaws()).toEqual([]);
}

describe('a quarter of a working group, through the pages', () => {
  let meetingId: string;

  it('is planned by a facilitator, who writes its agenda by the keyboard', async () => {
    await plenary.goTo('2025-01-13', '10:00');
    const facilitator = await reads(plenary.member('CIVIL_SOCIETY', 4), `/groups/${groupId}`);
    const { page } = facilitator;
    await page.getByText('The group has not met, and plans no meeting yet.').waitFor();
    await page.getByText('Plan a meeting').click();
    await page.getByLabel('Day', { exact: true }).fill('2025-02-03');
    await page.getByLabel(/Link to take part online/).fill('https://visio.example/group');
    await hasNoFlaw(facilitator);
    await page.getByRole('button', { name: 'Plan the session' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'Desk: meeting no. 1 of the group “Open justice”' })
      .waitFor();
    meetingId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByText('The convocation leaves by itself from 27 January 2025 on').waitFor();
    await facilitator.settles();

    const { keyboard } = page;
    await facilitator.tabTo(/^Title in French/);
    await keyboard.type('Jeux de données à publier');
    await facilitator.tabTo(/^Title in English/);
    await keyboard.type('Datasets to be published');
    await facilitator.tabTo(/^Add an item$/);
    await keyboard.press('Enter');
    await page.getByRole('group', { name: 'Item 2' }).waitFor();
    // The focus is on the kind of the new item: a letter chooses.
    await keyboard.type('re');
    await facilitator.tabTo(/^Title in French/);
    await keyboard.type('Recommandation sur le calendrier');
    await facilitator.tabTo(/^Title in English/);
    await keyboard.type('Recommendation on the calendar');
    expect(
      await page
        .getByRole('group', { name: 'Item 2' })
        .getByLabel('Kind')
        .locator('option')
        .allTextContents(),
    ).not.toContain('Election');
    await facilitator.tabTo(/^Save the agenda$/);
    await keyboard.press('Enter');
    await page.getByText('The agenda is saved: version 1.').waitFor();
    await hasNoFlaw(facilitator);
  });

  it('is convened by itself, and everybody reads when, where and about what', async () => {
    await morning(plenary, '2025-01-26');
    const early = await reads(null, `/groups/${groupId}`);
    await early.page.getByText('Planned', { exact: true }).waitFor();
    await morning(plenary, '2025-01-27');
    const anyone = await reads(null, `/groups/${groupId}`);
    await anyone.page.getByText('Convened', { exact: true }).waitFor();
    await hasNoFlaw(anyone);
    await anyone.page.getByRole('link', { name: 'Meeting no. 1' }).click();
    await anyone.page.getByText('Datasets to be published').waitFor();
    await anyone.page.getByText('Recommendation on the calendar').waitFor();
    await hasNoFlaw(anyone);
  });

  it('is opened by the facilitator who presides, adopts a recommendation, and is closed', async () => {
    await plenary.goTo('2025-02-03', '14:00');
    const facilitator = plenary.member('CIVIL_SOCIETY', 4);
    // She leaves the forum on a day to come, and is in the group until then.
    const { memberId } = plenary.member('CIVIL_SOCIETY', 1);
    done(
      await plenary.secretary.does('endMembership', { memberId, lastOn: '2025-03-31', reason: 'RESIGNED' }),
    );
    const desk = await reads(facilitator, '/needs-me');
    await desk.page.getByText('Meeting no. 1 of the working group “Open justice”.').first().waitFor();
    await hasNoFlaw(desk);
    await desk.page.getByRole('link', { name: /^Record attendance/ }).click();
    await desk.page.getByRole('button', { name: 'Everybody else is in the room' }).click();
    await desk.page.getByLabel('Attendance of CIVIL_SOCIETY 1').selectOption('EXCUSED');
    await desk.page.getByRole('button', { name: 'Record attendance' }).click();
    await desk.page.getByText('Attendance is recorded.').waitFor();
    await hasNoFlaw(desk);
    // Of two facilitators who are there, the first admitted presides.
    const open = desk.page.getByRole('button', { name: 'Open the session' });
    expect(await open.getAttribute('aria-disabled')).toBe('true');

    const president = await reads(plenary.member('GOVERNMENT', 4), `/meetings/${meetingId}`);
    const { page } = president;
    await president.tabTo(/^Open the session$/);
    await page.keyboard.press('Enter');
    await page.getByText('The session is open.').waitFor();
    await page.getByText('Record a consensus: Recommendation on the calendar').click();
    const consensus = page.locator('form').filter({ has: page.getByText('Add an objection') });
    await consensus
      .getByLabel('What is decided, in French')
      .fill('Publier les décisions de justice chaque trimestre.');
    await consensus.getByLabel(/^What is decided, in English/).fill('Publish court decisions each quarter.');
    await hasNoFlaw(president);
    await consensus.getByRole('button', { name: 'Record the consensus' }).click();
    await page.getByText('Publish court decisions each quarter.').waitFor();
    await page.getByRole('heading', { level: 2, name: 'Recommendations' }).waitFor();
    await page.getByRole('button', { name: 'Close the session' }).click();
    await page.getByText('The session is closed.').waitFor();
    await hasNoFlaw(president);
  });

  it('is recorded by a facilitator, commented on by whoever was there, and decided on by whoever presided', async () => {
    const writer = await reads(plenary.member('CIVIL_SOCIETY', 4), '/needs-me');
    await writer.page.getByText('18 February 2025').waitFor();
    await writer.page.getByRole('link', { name: /^Draft the minutes/ }).click();
    await writer.page.getByRole('button', { name: 'Draft the minutes' }).click();
    await writer.page.getByRole('heading', { level: 1, name: /^Desk: minutes of meeting no. 1/ }).waitFor();
    await writer.page
      .getByRole('textbox', { name: /^Your text: 1\. / })
      .fill('The registry of **two courts** is read together.');
    await writer.page.getByRole('button', { name: 'Save', exact: true }).click();
    await writer.page.getByText(/^Version 2, by CIVIL_SOCIETY 4/).waitFor();
    await hasNoFlaw(writer);
    await writer.page.getByRole('button', { name: 'Send to the members' }).click();
    await writer.page.getByText('The minutes are sent to the members.').waitFor();
    await writer.page.getByRole('link', { name: 'Read the minutes' }).click();
    const [, minutesId = ''] = /minutes\/([0-9a-f-]+)/.exec(writer.page.url()) ?? [];

    const member = await reads(plenary.member('GOVERNMENT', 1), `/minutes/${minutesId}`);
    await member.page.getByRole('textbox', { name: /^Your comment/ }).fill('Three courts.');
    await hasNoFlaw(member);
    await member.page.getByRole('button', { name: 'Send the comment' }).click();
    await member.page.getByText('Your comment is recorded.').waitFor();

    await plenary.goTo('2025-02-11', '10:00');
    const president = await reads(plenary.member('GOVERNMENT', 4), `/minutes/${minutesId}`);
    await president.page.getByRole('radio', { name: 'Not taken in' }).check();
    await president.page.getByRole('textbox', { name: /^Reason/ }).fill('The third joins in March.');
    await hasNoFlaw(president);
    await president.page.getByRole('button', { name: 'Approve and publish' }).click();
    await president.page.getByText(/^Approved after the president’s decision/).waitFor();
  });

  it.each(['en', 'fr'] as const)('is read by everybody, in %s', async (language) => {
    const french = language === 'fr';
    const reader = await reads(null, `/groups/${groupId}`, { language });
    const { page } = reader;
    await hasNoFlaw(reader);
    await page.getByRole('link', { name: french ? 'Lire le compte rendu' : 'Read the minutes' }).click();
    await page
      .getByRole('heading', {
        level: 1,
        name: french
          ? 'Compte rendu de la réunion n° 1 du groupe « Justice ouverte »'
          : 'Minutes of meeting no. 1 of the group “Open justice”',
      })
      .waitFor();
    await page.locator('strong', { hasText: 'two courts' }).waitFor();
    await page.getByText('Publish court decisions each quarter.').waitFor();
    await hasNoFlaw(reader);
    await reader.opens('/observance');
    const quarter = page
      .getByRole('row')
      .filter({ hasText: french ? '1er trimestre 2025' : 'quarter 1 of 2025' });
    await quarter.getByText(french ? 'Fait' : 'Done', { exact: true }).waitFor();
    await hasNoFlaw(reader);
  });

  it('is stopped by the secretariat with a reason that the facilitators read', async () => {
    await plenary.goTo('2025-02-13', '10:00');
    const facilitator = plenary.member('CIVIL_SOCIETY', 4);
    const input = {
      body: 'WORKING_GROUP',
      groupId,
      startsAt: '2025-05-05T12:00:00.000Z',
      place: 'Palais d’Iéna',
    };
    const { id } = done(await facilitator.does('planMeeting', input, '... on Meeting { id }'));
    const desk = await reads(plenary.secretary, `/desk/meetings/${id}`);
    await desk.page.getByText('Stop this convocation').first().click();
    await desk.page.getByLabel('Reason, which the facilitators are told').fill('The room is taken.');
    await hasNoFlaw(desk);
    await desk.page.getByRole('button', { name: 'Stop this convocation' }).click();
    await desk.page.getByText('The convocation is stopped; the facilitators are written to.').waitFor();
    await hasNoFlaw(desk);
    const reader = await reads(facilitator, `/meetings/${id}`);
    await reader.page.getByText('The room is taken.').waitFor();
    await hasNoFlaw(reader);
    await desk.page.getByRole('button', { name: 'Let this convocation leave' }).click();
    await desk.page.getByText('The convocation leaves by itself again.').waitFor();
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Reader } from '../support/browser.js';
import { done, Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';
import { closed, decided, decisionOn, inSession, proposed } from '../support/working-groups.js';

let plenary: Plenary;
let groupId: string;
/** The plenary to which the group reports. */
let reportedTo: Plenary;
const reads = readersOf(() => plenary?.forum);

beforeAll(async () => {
  plenary = await (await Plenary.planned()).held();
  await plenary.goTo('2024-11-20');
  plenary = await plenary.another('2024-12-12');
  groupId = await proposed(plenary);
  const [item] = await inSession(plenary, [decisionOn('WORKING_GROUP_SETUP', groupId)]);
  await decided(plenary, item ?? '');
  await closed(plenary);
});

async function hasNoBarrier(reader: Reader): Promise<void> {
  expect(await reader.barriers()).toEqual([]);
  expect(await reader.overflow()).toBe(0);
}

describe('the pages of working groups', () => {
  it('show everybody the group, its facilitators and the decision that set it up', async () => {
    for (const width of [360, 1280]) {
      const reader = await reads(null, '/groups', { width });
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

  it('show the roadmap, which a facilitator writes where she reads it, by the keyboard too, beside another', async () => {
    const [one, other] = [
      await reads(plenary.member('GOVERNMENT', 4), `/groups/${groupId}`),
      await reads(plenary.member('CIVIL_SOCIETY', 4), `/groups/${groupId}`, { width: 1280 }),
    ];
    const { page } = one;
    const added = async ({ page: on }: Reader, position: number, title: string): Promise<void> => {
      await on.getByRole('button', { name: 'Add a step' }).click();
      const step = on.getByRole('group', { name: `Step ${position}` });
      await on.locator('[data-control^="titleFr-"]:focus').waitFor();
      await on.keyboard.type(title);
      await step.getByLabel('By', { exact: true }).fill('2025-02-28');
      await step.getByLabel('Responsible').fill('Etalab');
      await step.getByLabel('Commitment 3', { exact: true }).check();
    };
    await page.getByText('No roadmap is written yet.').waitFor();
    await page.getByText('Write the roadmap').click();
    await page.getByRole('button', { name: 'Add a step' }).click();
    await page.getByRole('button', { name: 'Save the roadmap' }).click();
    await page.getByText('Every step has a title', { exact: false }).waitFor();
    await hasNoBarrier(one);
    await page.getByRole('button', { name: 'Remove step 1, not saved yet' }).click();
    await added(one, 1, 'Cartographier');
    await added(one, 2, 'Publier');
    await page.getByRole('button', { name: 'Move up step 2' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Step moved to place 1.').waitFor();
    expect(await one.focused()).toBe('Move up step 1');
    await hasNoBarrier(one);
    await page.getByRole('button', { name: 'Save the roadmap' }).click();
    await page.getByText('Version 1 of the roadmap is saved.').waitFor();
    await page.getByRole('heading', { level: 3, name: 'Publier' }).waitFor();

    // Two people write at once: the second one is told, and has both.
    await other.page.getByRole('heading', { level: 3, name: 'Publier' }).waitFor();
    await other.page.getByText('Change the roadmap').click();
    await added(other, 3, 'Former');
    await page
      .getByRole('group', { name: 'Step 1' })
      .getByLabel('Title in English, optional')
      .fill('Publish');
    await page.getByRole('button', { name: 'Save the roadmap' }).click();
    await page.getByText('Version 2 of the roadmap is saved.').waitFor();
    await other.page
      .getByText('GOVERNMENT 4 saved version 2 while you were writing.', { exact: false })
      .waitFor();
    await hasNoBarrier(other);
    await other.page
      .getByRole('button', { name: 'Take it: the step “Publish” of the other version' })
      .click();
    await other.page.getByRole('button', { name: 'The two versions are joined' }).click();
    await other.page.getByRole('button', { name: 'Save the roadmap' }).click();
    await other.page.getByText('Version 3 of the roadmap is saved.').waitFor();

    await plenary.goTo('2025-03-01');
    const anyone = await reads(null, `/groups/${groupId}`);
    await anyone.page.getByText('3 steps are late.').waitFor();
    expect(await anyone.page.getByText('Change the roadmap').count()).toBe(0);
    await anyone.page.getByRole('button', { name: 'History of the step “Publish”' }).click();
    await anyone.page.getByText('Version 1, on', { exact: false }).last().waitFor();
    expect(await anyone.page.getByText(/^Version \d, on .* by GOVERNMENT 4:/).count()).toBe(2);
    await hasNoBarrier(anyone);
    await anyone.page.emulateMedia({ media: 'print' });
    expect(await anyone.page.getByRole('button', { name: 'Print this page' }).count()).toBe(0);
  });

  it('show what the group reports to a plenary, which its facilitators write beside each other and submit', async () => {
    const ahead = await plenary.another('2025-06-19');
    reportedTo = ahead;
    const path = `/groups/${groupId}/reports/${ahead.id}`;
    const one = await reads(plenary.member('GOVERNMENT', 4), `/groups/${groupId}`);
    await one.page.getByText('The group has reported nothing to the plenary yet.').waitFor();
    await one.page.getByRole('link', { name: /^Write the report to plenary session no\. \d/ }).click();
    await one.page.getByRole('heading', { level: 1, name: /^“Open justice”: report to plenary/ }).waitFor();
    await one.page.getByLabel('English').check();
    await one.page.getByLabel('Report', { exact: true }).fill('### Work done\n\nTwo *workshops*.');
    await one.page.getByText('Preview of your text').click();
    await one.page.getByRole('heading', { level: 3, name: 'Work done' }).waitFor();
    await hasNoBarrier(one);
    await one.page.getByRole('button', { name: 'Save', exact: true }).click();
    await one.page.getByText('Version saved.').waitFor();
    await one.page.getByText('alone read it, until it is submitted', { exact: false }).waitFor();
    const nobody = await reads(null, path);
    await nobody.page.getByText('No report was submitted to this plenary yet.').waitFor();
    expect(await nobody.page.getByText('workshops', { exact: false }).count()).toBe(0);
    await hasNoBarrier(nobody);

    // Two people write at once: the second one is told, and has both.
    const other = await reads(plenary.member('CIVIL_SOCIETY', 4), path, { width: 1280 });
    await other.page.getByLabel('Report', { exact: true }).fill('Three workshops.');
    await one.page.getByLabel('Report', { exact: true }).fill('### Work done\n\nFour *workshops*.');
    await one.page.getByRole('button', { name: 'Save', exact: true }).click();
    await other.page.getByText('GOVERNMENT 4 saved version 2', { exact: false }).waitFor();
    expect(await other.page.getByLabel('Report', { exact: true }).inputValue()).toBe('Three workshops.');
    await hasNoBarrier(other);
    await other.page.getByRole('button', { name: 'The two texts are joined' }).click();
    await other.page.getByRole('button', { name: 'Save', exact: true }).click();
    await other.page.getByText('Version 3, by CIVIL_SOCIETY 4', { exact: false }).waitFor();
    await other.page.getByRole('button', { name: 'Submit the report' }).click();
    await other.page.getByText('The report is submitted.').waitFor();
    await hasNoBarrier(other);

    // The agenda of the plenary names it, and the session's page leads to it.
    const secretary = await reads(plenary.secretary, `/desk/meetings/${ahead.id}`);
    await secretary.page
      .getByLabel('Report of a group')
      .selectOption({ label: 'Report of the group “Open justice”' });
    await secretary.page.getByLabel('Title in French').fill('Rapport du groupe');
    await secretary.page.getByLabel('Title in English').fill('What the group did');
    await hasNoBarrier(secretary);
    await secretary.page.getByRole('button', { name: 'Save the agenda' }).click();
    await secretary.page.getByText('The agenda is saved: version 1.').waitFor();
    await secretary.opens(`/meetings/${ahead.id}`);
    const item = secretary.page.getByRole('listitem').filter({ hasText: 'What the group did' });
    await item.getByRole('link', { name: 'Report of the group “Open justice”' }).click();
    await secretary.page.getByText('Three workshops.').waitFor();

    const anyone = await reads(null, `/meetings/${ahead.id}`);
    await anyone.page.getByRole('link', { name: 'Report of the group “Open justice”' }).click();
    await anyone.page.getByText('Three workshops.').waitFor();
    expect(await anyone.page.locator('.minutes').first().getAttribute('lang')).toBe('en');
    await anyone.page.getByText('Earlier versions').click();
    expect(await anyone.page.getByText('Two workshops', { exact: false }).count()).toBe(0);
    await hasNoBarrier(anyone);
  });

  it('start a report from the one that its plenary did not hear, and lead back to that one', async () => {
    const { id: meetingId } = reportedTo;
    done(await plenary.secretary.does('cancelMeeting', { meetingId, reason: 'The hall is flooded.' }));
    const path = `/groups/${groupId}/reports/${(await plenary.another('2025-06-26')).id}`;
    const earlier = /^The group’s last report, to plenary session no\. \d/;
    const one = await reads(plenary.member('GOVERNMENT', 4), path);
    await one.page.getByText(/^The text starts as that of the report to plenary session no\. \d/).waitFor();
    const text = one.page.getByLabel('Report', { exact: true });
    expect(await text.inputValue()).toBe('Three workshops.');
    expect(await one.page.getByLabel('English').isChecked()).toBe(true);
    await one.page.getByRole('link', { name: earlier }).waitFor();
    await hasNoBarrier(one);
    await text.fill('Three workshops, and a fourth.');
    await one.page.getByRole('button', { name: 'Save', exact: true }).click();
    await one.page.getByText('Version 1, by GOVERNMENT 4', { exact: false }).waitFor();
    expect(await text.inputValue()).toBe('Three workshops, and a fourth.');

    const anyone = await reads(null, path);
    expect(await anyone.page.getByText('a fourth', { exact: false }).count()).toBe(0);
    await anyone.page.getByRole('link', { name: earlier }).click();
    await anyone.page.getByText('Three workshops.').waitFor();
    expect(new URL(anyone.page.url()).pathname).toBe(`/groups/${groupId}/reports/${meetingId}`);
    await hasNoBarrier(anyone);
  });

  it('let a member join the group and leave it, and its facilitator resign', async () => {
    const reader = await reads(plenary.member('CIVIL_SOCIETY', 1), `/groups/${groupId}`);
    const { page } = reader;
    await page.getByRole('button', { name: 'Join this group' }).click();
    await page.getByText('You are a member of this group.').waitFor();
    await page.getByRole('button', { name: 'Leave this group' }).click();
    await page.getByText('You leave this group: today is the last day.').waitFor();
    const former = page.getByRole('heading', { name: 'Former members' });
    expect(await former.count()).toBe(0);
    await hasNoBarrier(reader);

    const facilitator = await reads(plenary.member('CIVIL_SOCIETY', 4), `/groups/${groupId}`);
    const stays = facilitator.page.getByRole('button', { name: 'Leave this group' });
    expect(await stays.getAttribute('aria-disabled')).toBe('true');
    await facilitator.page.getByText('the office is given up first', { exact: false }).waitFor();
    await facilitator.page.getByText('Give up the office of facilitator').click();
    await hasNoBarrier(facilitator);
    await facilitator.page.getByRole('button', { name: 'Resign', exact: true }).click();
    await facilitator.page.getByText('You do not facilitate this group after today').waitFor();
    const formerly = facilitator.page.getByRole('heading', { name: 'Former facilitators' });
    expect(await formerly.count()).toBe(0);
    // Whose membership ends on a day to come is a member until then.
    const { memberId } = plenary.member('GOVERNMENT', 4);
    const ending = { memberId, lastOn: '2025-12-31', reason: 'RESIGNED' };
    done(await plenary.secretary.does('endMembership', ending));
    await plenary.goTo('2025-03-02');
    await reader.opens(`/groups/${groupId}`);
    await former.waitFor();
    expect(await page.getByText(/^GOVERNMENT 4 .* to 31 December 2025$/).count()).toBe(1);
    await facilitator.opens(`/groups/${groupId}`);
    await formerly.waitFor();
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

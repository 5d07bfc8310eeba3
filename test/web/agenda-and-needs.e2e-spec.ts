import { beforeAll, describe, expect, it } from '@jest/globals';
import { done, Plenary } from '../support/plenary.js';
import { readersOf } from '../support/readers.js';

let plenary: Plenary;
const reads = readersOf(() => plenary?.forum);

beforeAll(async () => {
  plenary = await Plenary.planned();
  await plenary.called();
});

describe('planned durations and what needs one, on the pages', () => {
  it('lets the secretariat say how long an item takes and that it presents results (OGP-5.1)', async () => {
    const desk = await reads(plenary.secretary, `/desk/meetings/${plenary.id}`, { width: 1280 });
    const { page } = desk;
    const first = page.getByRole('group', { name: 'Item 1', exact: true });
    await first.getByLabel('Planned minutes').fill('700');
    await first.getByText('A whole number of minutes, from 1 to 600.').waitFor();
    await first.getByLabel('Planned minutes').fill('45');
    await first.getByLabel(/^Presents results/).check();
    await page.getByRole('group', { name: 'Item 2', exact: true }).getByLabel('Planned minutes').fill('90');
    expect(await desk.flaws()).toEqual([]);
    await page.getByRole('button', { name: 'Save the agenda' }).click();
    await page.getByText('Some changes are not saved.').waitFor({ state: 'detached' });
  });

  it('tells each expected hour by the clock of the forum, and what needs whom', async () => {
    done(await plenary.secretary.does('turnKey', { meetingId: plenary.id, version: 2, key: 'SECRETARIAT' }));
    for (const language of ['fr', 'en'] as const) {
      const founder = await reads(plenary.founder, `/meetings/${plenary.id}`, { language, width: 1280 });
      const said = await founder.page.locator('main').textContent();
      expect(said).toContain(language === 'fr' ? 'présente des résultats' : 'presents results');
      // The first begins at 14:00, the second 45 minutes later; the third, an hour and a half after it, has no duration.
      const hours = language === 'fr' ? ['14\u00a0h\u00a000', '14\u00a0h\u00a045'] : ['14:00', '14:45'];
      for (const line of [`${hours[0]}, 45\u00a0min`, `${hours[1]}, 1\u00a0h\u00a030\u00a0min`])
        expect(said).toContain(line);
      expect(said).toContain(
        language === 'fr'
          ? '2\u00a0h\u00a015\u00a0min prévus en tout. 2 points n’ont pas de durée prévue.'
          : '2\u00a0h\u00a015\u00a0min planned in all. 2 items have no planned duration.',
      );
      expect(await founder.flaws()).toEqual([]);
      await founder.opens('/needs-me');
      await founder.page.getByText('C3-AGENDA').first().waitFor();
      expect(await founder.flaws()).toEqual([]);
    }
  });

  it('says in words that nothing waits', async () => {
    const member = await reads(plenary.member('CIVIL_SOCIETY', 2), '/needs-me', { width: 1280 });
    await member.page.getByText('Nothing needs you today.').waitFor();
    expect(await member.flaws()).toEqual([]);
  });
});

import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../support/forum.js';
import { done, type Plenary } from '../support/plenary.js';
import { groupInSession, groupMeeting, morning, withGroup } from '../support/working-groups.js';

describe('the calendar of what is due, of a working group', () => {
  let plenary: Plenary;
  let groupId: string;
  beforeAll(async () => {
    ({ plenary, groupId } = await withGroup());
  });
  afterAll(() => plenary?.forum.close());

  const observed = async (): Promise<Json> =>
    (
      await plenary.forum.anyone.reads(
        '{ observance { plenariesHeld obligations { rule { id } subject dueOn doneOn state } } }',
      )
    ).observance;
  const quarters = async (): Promise<string[]> =>
    (await observed()).obligations
      .filter(({ rule }: Json) => rule.id === 'C3-WG-CADENCE')
      .map(({ rule, dueOn, doneOn, state }: Json) => `${rule.id} ${dueOn} ${doneOn ?? '-'} ${state}`);

  it('wants a meeting in each quarter that follows the one of its set-up (C3-WG-CADENCE)', async () => {
    await plenary.goTo('2025-01-06');
    expect(await quarters()).toEqual(['C3-WG-CADENCE 2025-03-31 - UPCOMING']);
  });

  it('counts a meeting once it was held, and as no plenary', async () => {
    const meetingId = await groupMeeting({ plenary, groupId }, '2025-02-03');
    await morning(plenary, '2025-01-27');
    const facilitator = plenary.member('GOVERNMENT', 4);
    await groupInSession(plenary, meetingId, '2025-02-03', [facilitator]);
    expect(await quarters()).toEqual(['C3-WG-CADENCE 2025-03-31 - UPCOMING']);
    done(await facilitator.does('closeSession', { meetingId }));
    expect(await quarters()).toContain('C3-WG-CADENCE 2025-03-31 2025-02-03 DONE');
    expect((await observed()).plenariesHeld).toBe(0);
  });

  it('tells that a quarter went by without one', async () => {
    await plenary.goTo('2025-07-01');
    expect(await quarters()).toContain('C3-WG-CADENCE 2025-06-30 - LATE');
  });
});

import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@hemicycle/kernel';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

const REQUEST = `... on PlenaryRequest { id state reason requiredOn dueOn madeBy { number } items { position kind title }
  supporters { number } requirement { supporters members needed coChairs } meeting { id } }`;

const ITEMS = [
  { kind: 'DISCUSSION', titleFr: 'La panne du site', titleEn: 'The outage of the site' },
  { kind: 'DECISION', titleFr: 'Un site de secours', titleEn: 'A site in reserve' },
];

describe('a plenary that members require (EXTRAORDINARY)', () => {
  let plenary: Plenary;
  let requestId: string;
  let meetingId: string;
  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const asks = (voice: Voice, more: Json = {}): Promise<Json> =>
    voice.does('requestPlenary', { reason: 'Le site est tombé deux fois.', items: ITEMS, ...more }, REQUEST);
  const supports = (voice: Voice, id = requestId): Promise<Json> =>
    voice.does('supportPlenaryRequest', { requestId: id }, REQUEST);
  const plans = (voice: Voice, startsAt: string, id = requestId): Promise<Json> =>
    voice.does(
      'planRequiredPlenary',
      { requestId: id, startsAt, place: 'Palais d’Iéna' },
      '... on Meeting { id }',
    );
  const listed = async (voice: Voice): Promise<string[]> =>
    (await voice.reads('{ plenaryRequests { nodes { state } } }')).plenaryRequests.nodes.map(
      ({ state }: Json) => state,
    );

  beforeAll(async () => {
    plenary = await (await Plenary.planned()).held();
    await plenary.goTo('2024-09-02');
  });
  afterAll(() => plenary?.forum.close());

  it('is asked for by a member, one request at a time, with its agenda', async () => {
    expect(await asks(plenary.forum.anyone)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await asks(plenary.secretary)).toBeRefusedBy('EXTRAORDINARY');
    for (const items of [
      [],
      [{ ...ITEMS[0], id: newId() }],
      [{ ...ITEMS[0], office: 'CO_CHAIR' }],
      [{ ...ITEMS[1], subject: 'COMMITTEE_REMOVAL', objectId: newId() }],
    ]) {
      expect(await asks(civil(1), { items })).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const asked = await Promise.all(Array.from({ length: 4 }, () => asks(civil(1))));
    const [made] = asked.filter(({ __typename }) => __typename === 'PlenaryRequest');
    expect(asked.filter(({ __typename }) => __typename !== 'PlenaryRequest')).toHaveLength(3);
    for (const one of asked.filter(({ __typename }) => __typename !== 'PlenaryRequest')) {
      expect(one).toBeRefusedBy('EXTRAORDINARY');
    }
    expect(made).toMatchObject({
      state: 'OPEN',
      madeBy: { number: civil(1).number },
      items: [
        { position: 1, kind: 'DISCUSSION', title: 'The outage of the site' },
        { position: 2, kind: 'DECISION', title: 'A site in reserve' },
      ],
      supporters: [{ number: civil(1).number }],
      requirement: { supporters: 1, members: 10, needed: 4, coChairs: 0 },
    });
    requestId = made?.['id'];
    // Until enough members support it, it is for those who take part.
    expect(await listed(plenary.forum.anyone)).toEqual([]);
    expect(await listed(civil(2))).toEqual(['OPEN']);
  });

  it('is not planned before enough members support it, each once', async () => {
    expect(await plans(plenary.secretary, '2024-10-10T12:00:00Z')).toBeRefusedBy('EXTRAORDINARY');
    expect(await supports(civil(1))).toBeRefusedBy('EXTRAORDINARY');
    expect(await supports(plenary.secretary)).toBeRefusedBy('EXTRAORDINARY');
    const several = await Promise.all(Array.from({ length: 4 }, () => supports(civil(2))));
    expect(several.filter(({ __typename }) => __typename === 'PlenaryRequest')).toHaveLength(1);
    // One of two co-chairs is not both.
    expect(await supports(government(3))).toMatchObject({ state: 'OPEN', requirement: { coChairs: 1 } });
    expect(await supports(government(1))).toMatchObject({
      state: 'REQUIRED',
      requiredOn: '2024-09-02',
      dueOn: '2024-11-01',
      requirement: { supporters: 4, needed: 4 },
    });
    expect(await supports(government(2))).toBeRefusedBy('LIFE');
    expect(await civil(1).does('withdrawPlenaryRequest', { requestId })).toBeRefusedBy('LIFE');
    expect(await listed(plenary.forum.anyone)).toEqual(['REQUIRED']);
    const { observance } = await plenary.forum.anyone.reads(
      '{ observance { obligations { rule { id } subject dueOn state } } }',
    );
    expect(observance.obligations).toContainEqual({
      rule: { id: 'EXTRAORDINARY' },
      subject: 'Plenary required by members on 2 September 2024',
      dueOn: '2024-11-01',
      state: 'DUE_SOON',
    });
  });

  it('is planned in time, by the secretariat, on the agenda of the request, which nobody changes', async () => {
    expect(await plans(civil(1), '2024-10-10T12:00:00Z')).toBeRefusedBy('C3-CONVOCATION');
    expect(await plans(plenary.secretary, '2024-11-02T12:00:00Z')).toBeRefusedBy('EXTRAORDINARY');
    expect(await plans(plenary.secretary, '2024-10-10T12:00:00Z', newId())).toMatchObject({
      code: 'NOT_FOUND',
    });
    const several = await Promise.all(
      Array.from({ length: 3 }, () => plans(plenary.secretary, '2024-10-10T12:00:00Z')),
    );
    const planned = several.filter(({ __typename }) => __typename === 'Meeting');
    expect(planned).toHaveLength(1);
    for (const one of several.filter(({ __typename }) => __typename !== 'Meeting')) {
      expect(one).toBeRefusedBy('LIFE');
    }
    meetingId = planned[0]?.['id'];
    const late = { startsAt: '2024-11-02T12:00:00Z', place: 'Palais d’Iéna', reason: 'La salle est prise.' };
    expect(await plenary.secretary.does('moveMeeting', { meetingId, basedOnMove: 0, ...late })).toBeRefusedBy(
      'EXTRAORDINARY',
    );
    // What earlier sessions left is offered to the next ordinary one: this one takes nothing over.
    const { meeting } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { itemsLeft { title } } }',
      { id: meetingId },
    );
    expect(meeting.itemsLeft).toEqual([]);
    const items = [{ kind: 'INFORMATION', titleFr: 'Divers', titleEn: 'Other business' }];
    expect(await plenary.secretary.does('draftAgenda', { meetingId, items })).toBeRefusedBy('EXTRAORDINARY');
    expect(
      await plenary.secretary.does('draftAgenda', { meetingId, items: [...ITEMS, ...items] }),
    ).toBeRefusedBy('EXTRAORDINARY');
    // Elections follow the seats that the charter has put to the vote.
    const seat = { kind: 'ELECTION', office: 'COMMITTEE_MEMBER', college: 'GOVERNMENT' };
    const election = { ...seat, titleFr: 'Comité', titleEn: 'Committee' };
    expect(await plenary.secretary.does('draftAgenda', { meetingId, items: [...ITEMS, election] })).toBeDone(
      'Meeting',
    );
    expect(await plenary.secretary.does('draftAgenda', { meetingId, items: ITEMS })).toBeDone('Meeting');
  });

  it('is convened with the secretariat’s key alone', async () => {
    const convenes = (): Promise<Json> =>
      plenary.secretary.does(
        'conveneMeeting',
        { meetingId },
        '... on Meeting { state request { id } convocations { ground } publishedAgenda { items { title } } }',
      );
    expect(await convenes()).toBeRefusedBy('C3-AGENDA');
    done(await plenary.secretary.does('turnKey', { meetingId, version: 3, key: 'SECRETARIAT' }));
    expect(await convenes()).toMatchObject({
      state: 'CONVENED',
      request: { id: requestId },
      convocations: [{ ground: 'REQUEST' }],
      publishedAgenda: { items: [{ title: 'The outage of the site' }, { title: 'A site in reserve' }] },
    });
  });

  it('has its elections changed after the convocation with that key alone: no other is turned, or waited for', async () => {
    const { meeting } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { items { id } } } }',
      { id: meetingId },
    );
    const kept = ITEMS.map((item, index) => ({ ...item, id: meeting.agenda.items[index].id }));
    const seat = { office: 'COMMITTEE_MEMBER', college: 'GOVERNMENT' };
    const election = { kind: 'ELECTION', ...seat, titleFr: 'Comité', titleEn: 'Committee' };
    done(await plenary.secretary.does('draftAgenda', { meetingId, items: [...kept, election] }));
    done(await plenary.secretary.does('callElection', { meetingId, ...seat }));
    const publishes = (): Promise<Json> =>
      plenary.secretary.does(
        'publishAgenda',
        { meetingId },
        '... on Meeting { publishedAgenda { version keys { key turnedAt } } }',
      );
    const refused = await publishes();
    expect(refused).toBeRefusedBy('C3-AGENDA');
    expect(refused.violations[0].reason).toContain('the secretariat’s key suffices, and is not turned yet');
    const { whatNeedsMe } = await civil(3).reads('{ whatNeedsMe { act } }');
    expect(whatNeedsMe).not.toContainEqual({ act: 'turnKey' });
    const turned = await civil(3).does('turnKey', { meetingId, version: 4, key: 'COMMITTEE' });
    expect(turned).toBeRefusedBy('EXTRAORDINARY');
    done(await plenary.secretary.does('turnKey', { meetingId, version: 4, key: 'SECRETARIAT' }));
    const { publishedAgenda } = await publishes();
    expect(publishedAgenda.version).toBe(4);
    // The holders of the second key still agree to an urgency.
    expect(publishedAgenda.keys.map(({ key }: Json) => key)).toEqual(['SECRETARIAT', 'URGENCY', 'URGENCY']);
  });

  it('is moved within its sixty days, and no later', async () => {
    const moves = (startsAt: string): Promise<Json> =>
      plenary.secretary.does(
        'moveMeeting',
        { meetingId, basedOnMove: 0, startsAt, place: 'Palais d’Iéna', reason: 'La salle est prise.' },
        '... on Meeting { startsAt request { id dueOn } }',
      );
    expect(await moves('2024-11-02T13:00:00Z')).toBeRefusedBy('EXTRAORDINARY');
    expect(await moves('2024-11-01T13:00:00Z')).toMatchObject({
      startsAt: '2024-11-01T13:00:00.000Z',
      request: { id: requestId, dueOn: '2024-11-01' },
    });
  });

  it('is required by both co-chairs alone, and planned again once a first plan was cancelled', async () => {
    const { id } = done(await asks(government(3)));
    expect(await supports(civil(3), id)).toMatchObject({
      state: 'REQUIRED',
      requirement: { supporters: 2, coChairs: 2 },
    });
    const first = done(await plans(plenary.secretary, '2024-10-20T12:00:00Z', id));
    done(
      await plenary.secretary.does('cancelMeeting', { meetingId: first.id, reason: 'La salle est prise.' }),
    );
    expect(await plans(plenary.secretary, '2024-10-21T12:00:00Z', id)).toBeDone('Meeting');
  });

  it('is withdrawn by its author', async () => {
    const { id } = done(await asks(civil(4)));
    expect(await listed(civil(5))).toContain('OPEN');
    expect(await civil(5).does('withdrawPlenaryRequest', { requestId: id })).toBeRefusedBy('EXTRAORDINARY');
    expect(await civil(4).does('withdrawPlenaryRequest', { requestId: id }, REQUEST)).toMatchObject({
      state: 'WITHDRAWN',
    });
    expect(await asks(civil(4))).toBeDone('PlenaryRequest');
  });
});

import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import type { AgendaKeyName, AgendaKeyPart, KeyedAgenda, TurnedKey } from '../agenda-keys.js';
import type { RuleId } from '../articles.js';
import { judge, law } from '../rule.js';
import { PUBLICATION_RULES, type PublicationFacts } from './agenda-publication.js';

const turned = (key: AgendaKeyName, part: AgendaKeyPart): TurnedKey => ({
  key,
  part,
  byMember: false,
  turnedById: key + part,
  turnedOn: day('2024-06-01'),
});
const SECRETARIAT = turned('SECRETARIAT', 'WHOLE');
const COMMITTEE = [turned('COMMITTEE', 'GOVERNMENT'), turned('COMMITTEE', 'CIVIL_SOCIETY')];
const changed = (...keys: readonly TurnedKey[]): KeyedAgenda => ({
  version: 2,
  published: false,
  electionsOnly: true,
  requested: false,
  keys,
});

/** A changed agenda, published as it should be, five days ahead. */
const facts: PublicationFacts = {
  state: 'CONVENED',
  group: null,
  committee: null,
  secondConvocation: false,
  bySecretariat: true,
  at: new Date('2024-06-15T07:00:00Z'),
  on: day('2024-06-15'),
  startsAt: new Date('2024-06-20T12:00:00Z'),
  meetingOn: day('2024-06-20'),
  urgencyReason: null,
  changed: true,
  agenda: changed(SECRETARIAT, ...COMMITTEE),
  secondKey: { by: 'COMMITTEE', vacant: [] },
};
const publishing = law('publishAgenda', PUBLICATION_RULES);
const broken = (change: Partial<PublicationFacts>): RuleId[] =>
  judge(publishing, { ...facts, ...change }).map(({ rule }) => rule);
const reason = (change: Partial<PublicationFacts>): string =>
  judge(publishing, { ...facts, ...change })[0]?.reason.en ?? '';

describe('publishing an agenda changed after the convocation', () => {
  it('is allowed when every rule is respected', () => {
    expect(broken({})).toEqual([]);
  });

  it('LIFE: is for a convened meeting', () => {
    expect(broken({ state: 'PLANNED' })).toEqual(['LIFE']);
    expect(broken({ state: 'WITHOUT_QUORUM' })).toEqual(['LIFE']);
    expect(broken({ state: 'IN_SESSION' })).toEqual(['LIFE']);
  });

  it('C3-CONVOCATION: is the secretariat’s', () => {
    expect(broken({ bySecretariat: false })).toEqual(['C3-CONVOCATION']);
  });

  it('C3-AGENDA: needs both keys on the changed version; silence does not do', () => {
    expect(reason({ agenda: changed(SECRETARIAT) })).toBe(
      'Version 2 of the agenda does not have both keys yet. Still to turn theirs: a co-chair or committee member from ' +
        'government, a co-chair or committee member from civil society. Until then, the published agenda stands.',
    );
    expect(broken({ agenda: changed(...COMMITTEE) })).toEqual(['C3-AGENDA']);
    const silent = { agenda: changed({ ...SECRETARIAT, turnedOn: day('2024-05-01') }) };
    expect(broken(silent)).toEqual(['C3-AGENDA']);
  });

  it('EXTRAORDINARY: needs the secretariat’s key alone where members required the plenary', () => {
    const requested = (...keys: readonly TurnedKey[]) => ({
      agenda: { ...changed(...keys), requested: true },
    });
    expect(broken(requested(SECRETARIAT))).toEqual([]);
    expect(broken(requested(...COMMITTEE))).toEqual(['C3-AGENDA']);
    expect(reason(requested())).toContain('the secretariat’s key suffices, and is not turned yet.');
  });

  it('C3-AGENDA: needs a change', () => {
    expect(broken({ agenda: null })).toEqual(['C3-AGENDA']);
    expect(reason({ changed: false })).toContain('nothing to publish');
  });

  it('C3-AGENDA: is sent five days before, to the day', () => {
    expect(broken({ on: day('2024-06-16') })).toEqual(['C3-AGENDA']);
    expect(reason({ on: day('2024-06-16') })).toContain('by 15 June 2024 at the latest; 4 are left');
  });

  it('NOTICE: or by urgency, with its reason and the holders of the second key', () => {
    const urgent = { on: day('2024-06-19'), urgencyReason: 'A seat is vacant.' };
    const half = turned('URGENCY', 'GOVERNMENT');
    const keys = [SECRETARIAT, ...COMMITTEE, half];
    expect(broken(urgent)).toEqual(['NOTICE']);
    expect(reason({ ...urgent, agenda: changed(...keys) })).toContain(
      'Missing: a co-chair or committee member from civil society.',
    );
    const agenda = changed(...keys, turned('URGENCY', 'CIVIL_SOCIETY'));
    expect(broken({ ...urgent, agenda })).toEqual([]);
    expect(broken({ ...urgent, agenda, urgencyReason: null })).toEqual(['C3-AGENDA']);
  });

  it('C3-AGENDA: is too late at the hour of the session, however urgent', () => {
    const agenda = changed(
      ...(facts.agenda?.keys ?? []),
      turned('URGENCY', 'GOVERNMENT'),
      turned('URGENCY', 'CIVIL_SOCIETY'),
    );
    const urgent = { agenda, on: facts.meetingOn, urgencyReason: 'Now.' };
    expect(broken({ ...urgent, at: new Date('2024-06-20T11:59:00Z') })).toEqual([]);
    expect(broken({ ...urgent, at: facts.startsAt })).toEqual(['C3-AGENDA']);
  });

  it('QUORUM: a second convocation keeps its agenda', () => {
    expect(broken({ secondConvocation: true })).toEqual(['QUORUM']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { judge, type Law } from '../rule.js';
import {
  cancelEvent,
  cancelEventPlace,
  confirmEventPlace,
  correctEventHeadCount,
  moveEvent,
  publishEvent,
  publishEventResults,
  recordEvent,
  registerForEvent,
  requestEventPlace,
  reviseEvent,
} from './events.js';

const broken = <Facts>(law: Law<Facts>, facts: Facts): string[] => judge(law, facts).map(({ rule }) => rule);
const startsAt = new Date('2025-03-30T00:30:00Z');
const endsAt = new Date('2025-03-30T02:30:00Z');
const before = { at: new Date('2025-03-30T00:29:59.999Z'), startsAt, endsAt };
const begun = { at: startsAt, startsAt, endsAt };
const over = { at: endsAt, startsAt, endsAt };

describe('an event of the open agenda', () => {
  it('LIFE: is published before it begins, and cancelled until it was held', () => {
    expect(broken(publishEvent, { ...before, state: 'DRAFT' })).toEqual([]);
    expect(broken(publishEvent, { ...begun, state: 'DRAFT' })).toEqual(['LIFE']);
    expect(broken(publishEvent, { ...before, state: 'CANCELLED' })).toEqual(['LIFE']);
    expect(broken(cancelEvent, { ...begun, state: 'PUBLISHED' })).toEqual([]);
    expect(broken(cancelEvent, { ...over, state: 'HELD' })).toEqual(['LIFE']);
  });

  it('LIFE: is held once it is over, and then has results', () => {
    expect(broken(recordEvent, { ...begun, state: 'PUBLISHED' })).toEqual(['LIFE']);
    expect(broken(recordEvent, { ...over, state: 'PUBLISHED' })).toEqual([]);
    expect(broken(recordEvent, { ...over, state: 'DRAFT' })).toEqual(['LIFE']);
    expect(broken(publishEventResults, { ...over, state: 'PUBLISHED' })).toEqual(['LIFE']);
    expect(broken(publishEventResults, { ...over, state: 'HELD' })).toEqual([]);
  });

  it('LIFE: has its heads counted again once they were', () => {
    expect(broken(correctEventHeadCount, { ...over, state: 'PUBLISHED' })).toEqual(['LIFE']);
    expect(broken(correctEventHeadCount, { ...over, state: 'HELD' })).toEqual([]);
  });

  it('LIFE: is changed and moved until then, with no fewer places than are taken', () => {
    expect(broken(moveEvent, { ...before, state: 'HELD' })).toEqual(['LIFE']);
    expect(broken(reviseEvent, { ...before, state: 'PUBLISHED', capacity: 2, taken: 2 })).toEqual([]);
    expect(broken(reviseEvent, { ...before, state: 'PUBLISHED', capacity: null, taken: 2 })).toEqual([]);
    expect(broken(reviseEvent, { ...before, state: 'PUBLISHED', capacity: 1, taken: 2 })).toEqual(['LIFE']);
    expect(broken(reviseEvent, { ...over, state: 'HELD', capacity: 2, taken: 2 })).toEqual(['LIFE']);
  });

  it('LIFE: is changed and moved no more once it began, unless nobody knows of it', () => {
    const terms = { capacity: 2, taken: 0 };
    expect(broken(moveEvent, { ...before, state: 'PUBLISHED' })).toEqual([]);
    expect(broken(moveEvent, { ...begun, state: 'PUBLISHED' })).toEqual(['LIFE']);
    expect(broken(moveEvent, { ...over, state: 'PUBLISHED' })).toEqual(['LIFE']);
    expect(broken(moveEvent, { ...over, state: 'DRAFT' })).toEqual([]);
    expect(broken(reviseEvent, { ...begun, ...terms, state: 'PUBLISHED' })).toEqual(['LIFE']);
    expect(broken(reviseEvent, { ...over, ...terms, state: 'DRAFT' })).toEqual([]);
  });

  it('LIFE: gives places while it is announced and has not begun, one a person', () => {
    const open = { ...before, state: 'PUBLISHED' } as const;
    expect(broken(requestEventPlace, open)).toEqual([]);
    expect(broken(requestEventPlace, { ...open, state: 'DRAFT' })).toEqual(['LIFE']);
    expect(broken(requestEventPlace, { ...begun, state: 'PUBLISHED' })).toEqual(['LIFE']);
    expect(broken(registerForEvent, { ...open, registered: false })).toEqual([]);
    expect(broken(registerForEvent, { ...open, registered: true })).toEqual(['LIFE']);
    expect(broken(confirmEventPlace, { ...open, place: 'REQUESTED' })).toEqual([]);
    expect(broken(confirmEventPlace, { ...open, place: 'WAITING' })).toEqual(['LIFE']);
    expect(broken(confirmEventPlace, { ...begun, state: 'PUBLISHED', place: 'REQUESTED' })).toEqual(['LIFE']);
    expect(broken(cancelEventPlace, { ...open, place: 'REGISTERED' })).toEqual([]);
    expect(broken(cancelEventPlace, { ...open, place: 'CANCELLED' })).toEqual(['LIFE']);
  });
});

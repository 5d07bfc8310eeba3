import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import { recordAttendee, type RecordingAttendeeFacts, removeAttendee } from './attendees.js';

const FACTS: RecordingAttendeeFacts = {
  state: 'IN_SESSION',
  minutesSent: false,
  name: 'Noor Haddad',
  isRecorded: false,
  hasSeat: false,
};
const broken = (law: typeof recordAttendee | typeof removeAttendee, some: Partial<RecordingAttendeeFacts>) =>
  judge(law, { ...FACTS, ...some }).map(({ rule }) => rule);

describe('recording who attends a session without a seat', () => {
  it('LIFE: is for a session that takes place, or took place', () => {
    for (const law of [recordAttendee, removeAttendee]) {
      for (const state of ['IN_SESSION', 'HELD'] as const) expect(broken(law, { state })).toEqual([]);
      for (const state of ['PLANNED', 'CONVENED', 'WITHOUT_QUORUM', 'CANCELLED'] as const) {
        expect(broken(law, { state })).toEqual(['LIFE']);
      }
    }
  });

  it('MINUTES: is corrected until the members have the minutes that tell it', () => {
    for (const law of [recordAttendee, removeAttendee]) {
      expect(broken(law, { state: 'HELD', minutesSent: true })).toEqual(['MINUTES']);
    }
  });

  it('MINUTES: names each person once', () => {
    expect(broken(recordAttendee, { isRecorded: true })).toEqual(['MINUTES']);
    const [violation] = judge(recordAttendee, { ...FACTS, isRecorded: true });
    expect(violation?.reason.en).toContain('Noor Haddad is among those present already');
  });

  it('MINUTES: names whoever has a seat among the members, present or not', () => {
    expect(broken(recordAttendee, { hasSeat: true })).toEqual(['MINUTES']);
    const [violation] = judge(recordAttendee, { ...FACTS, hasSeat: true });
    expect(violation?.reason.en).toContain('Noor Haddad has a seat at this session');
  });
});

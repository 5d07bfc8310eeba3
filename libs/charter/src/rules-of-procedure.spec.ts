import { day } from '@hemicycle/kernel';
import { type Edition, EDITION_0, editionInForce } from './rules-of-procedure.js';

const edition1: Edition = {
  number: 1,
  inForceFromOn: day('2024-02-28'),
  inForceUntilOn: day('2024-06-20'),
  rules: { ...EDITION_0, recordedElectionsAllowed: true },
};
const edition2: Edition = {
  number: 2,
  inForceFromOn: day('2025-01-15'),
  inForceUntilOn: null,
  rules: { ...EDITION_0, plenaryNoticeDays: 21 },
};
const editions = [edition2, edition1];

describe('the edition in force', () => {
  it.each([
    ['2024-02-27', 0],
    ['2024-02-28', 1],
    ['2024-06-20', 1],
    ['2024-06-21', 0],
    ['2025-01-14', 0],
    ['2025-01-15', 2],
    ['2999-01-01', 2],
  ])('on %s is edition %d', (on, number) => {
    expect(editionInForce(editions, day(on)).number).toBe(number);
  });

  it('is edition 0 for ever where no other was adopted', () => {
    expect(editionInForce([], day('2026-01-01'))).toEqual({
      number: 0,
      inForceFromOn: '0001-01-01',
      inForceUntilOn: null,
      rules: EDITION_0,
    });
  });

  it('tells between which days edition 0 fills a gap', () => {
    const between = editionInForce(editions, day('2024-09-01'));
    expect(between).toMatchObject({ inForceFromOn: '2024-06-21', inForceUntilOn: '2025-01-14' });
    expect(between.rules).toBe(EDITION_0);
    expect(editionInForce(editions, day('2023-12-01'))).toMatchObject({
      inForceFromOn: '0001-01-01',
      inForceUntilOn: '2024-02-27',
    });
  });

  it('is the later of two in force on the same day', () => {
    const open = { ...edition1, inForceUntilOn: null };
    expect(editionInForce([open, edition2], day('2025-01-15'))).toBe(edition2);
    expect(editionInForce([edition2, open], day('2025-01-15'))).toBe(edition2);
    expect(editionInForce([open, edition2], day('2025-01-14'))).toBe(open);
  });
});

describe('edition 0', () => {
  it('has the defaults of the charter', () => {
    expect(EDITION_0).toMatchObject({
      callOpenDays: 14,
      alternatesAllowed: true,
      committeeSeatsPerCollege: { GOVERNMENT: 2, CIVIL_SOCIETY: 2 },
      termLimitPerPerson: null,
      termLimitPerOrganisation: null,
      actingMonths: 6,
      byElectionFullTermMonths: 6,
      collegeVotes: 'OWN_COLLEGE',
      tieRule: null,
      plenaryNoticeDays: 15,
      committeeNoticeDays: 5,
      groupNoticeDays: 5,
      secondConvocationNoticeDays: 5,
      quorumShare: { numerator: 1, denominator: 2 },
      proxiesPerHolder: 1,
      decisionMajority: 'DOUBLE',
      extraordinaryRequestShare: { numerator: 1, denominator: 3 },
      extraordinaryWithinDays: 60,
      minutesCirculatedWithinDays: 15,
      minutesCommentDays: 7,
      minutesRulingDays: 7,
      recordedElectionsAllowed: false,
      registerUnit: 'MEMBER',
      nominationsCloseDaysBefore: null,
      pollMaxDays: 10,
      laterRoundWithinDays: 10,
      blankVotesCountAsCast: false,
      coChairMethod: 'MAJORITY_TWO_ROUNDS',
      committeeMethod: 'BLOCK_VOTE',
      secrecyFloor: 5,
      whatWeHeardRequired: true,
    });
  });
});

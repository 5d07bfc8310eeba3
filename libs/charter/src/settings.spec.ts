import fc from 'fast-check';
import { DOCUMENTS } from './documents.js';
import { EDITION_0, type RulesOfProcedure, type Setting } from './rules-of-procedure.js';
import { settingInWords, SETTINGS, settingsProblems } from './settings.js';

const NAMES = Object.keys(SETTINGS) as Setting[];

/** The settings at fault in edition 0 once changed. */
const faults = (change: Readonly<Record<string, unknown>>): string[] =>
  settingsProblems({ ...EDITION_0, ...change }).map(({ setting }) => setting);

describe('the settings', () => {
  it('are those of the rules of procedure', () => {
    expect([...NAMES].toSorted()).toEqual(Object.keys(EDITION_0).toSorted());
  });

  it.each(NAMES)('%s is told in both languages, with the source of its default', (name) => {
    const { meaning, defaultFrom } = SETTINGS[name];
    expect(meaning.fr.trim()).not.toBe('');
    expect(meaning.en.trim()).not.toBe('');
    expect(DOCUMENTS).toHaveProperty([defaultFrom]);
    const words = settingInWords(name, EDITION_0);
    for (const language of [words.fr, words.en]) expect(language).not.toMatch(/^$|null|undefined|object/);
  });

  it('are said in words', () => {
    expect(settingInWords('plenaryNoticeDays', EDITION_0)).toEqual({ fr: '15', en: '15' });
    expect(settingInWords('termLimitPerPerson', EDITION_0)).toEqual({ fr: 'aucune limite', en: 'no limit' });
    expect(settingInWords('quorumShare', EDITION_0)).toEqual({ fr: '1/2', en: '1/2' });
    expect(settingInWords('alternatesAllowed', EDITION_0)).toEqual({ fr: 'oui', en: 'yes' });
    expect(settingInWords('collegeVotes', { ...EDITION_0, collegeVotes: 'PLENARY' })).toEqual({
      fr: 'toute la séance plénière',
      en: 'the whole plenary',
    });
    expect(settingInWords('committeeSeatsPerCollege', EDITION_0).en).toBe(
      'government actors: 2; civil society: 2',
    );
    expect(settingInWords('presidingOrder', EDITION_0).en).toMatch(
      /^a co-chair; .*; a person of the secretariat$/,
    );
  });
});

describe('a proposed edition', () => {
  it('may be the defaults, or move within the bounds', () => {
    expect(settingsProblems(EDITION_0)).toEqual([]);
    expect(settingsProblems(JSON.parse(JSON.stringify(EDITION_0)))).toEqual([]);
    expect(
      faults({
        plenaryNoticeDays: 21,
        termLimitPerPerson: 2,
        recordedElectionsAllowed: true,
        committeeMethod: 'SINGLE_TRANSFERABLE_VOTE',
        committeeSeatsPerCollege: { GOVERNMENT: 1, CIVIL_SOCIETY: 3 },
        nominationsCloseDaysBefore: 20,
        quorumShare: { numerator: 1, denominator: 1 },
        presidingOrder: ['LONGEST_SERVING_MEMBER', 'SECRETARIAT'],
      }),
    ).toEqual([]);
  });

  it.each(NAMES)('cannot lack %s', (name) => {
    const { [name]: _, ...rest } = EDITION_0;
    expect(settingsProblems(rest)).toEqual([
      { setting: name, problem: { fr: 'Ce paramètre manque.', en: 'This setting is missing.' } },
    ]);
  });

  it.each(NAMES)('cannot give %s another type', (name) => {
    for (const value of [undefined, 'nonsense', 1.5, Number.NaN, Infinity, -1, [], {}, '15', () => 15]) {
      expect(faults({ [name]: value })).toEqual([name]);
    }
  });

  it('names every setting at fault at once, unknown ones too', () => {
    expect(
      faults({ plenaryNoticeDays: 0, secrecyFloor: '5', coChairs: 3, recusalRequired: 'yes' }).toSorted(),
    ).toEqual(['coChairs', 'plenaryNoticeDays', 'recusalRequired', 'secrecyFloor']);
    expect(
      settingsProblems(JSON.parse(`{"__proto__": {}, "toString": 1}`)).map(({ setting }) => setting),
    ).toEqual([...NAMES, '__proto__', 'toString']);
  });

  it('knows null only where null means something', () => {
    const nullable = NAMES.filter((name) => faults({ [name]: null }).length === 0);
    expect(nullable).toEqual([
      'termLimitPerPerson',
      'termLimitPerOrganisation',
      'tieRule',
      'nominationsCloseDaysBefore',
    ]);
  });

  it('holds each number to its bounds, both included', () => {
    for (const name of NAMES) {
      const { form } = SETTINGS[name];
      if (form.type !== 'INTEGER') continue;
      const wide = { ...EDITION_0, nominationsCloseDaysBefore: null };
      const wrong = (value: number) =>
        settingsProblems({ ...wide, plenaryNoticeDays: 60, [name]: value }).map(({ setting }) => setting);
      expect([wrong(form.min), wrong(form.max)]).toEqual([[], []]);
      expect([wrong(form.min - 1), wrong(form.max + 1)]).toEqual([[name], [name]]);
    }
  });

  it.each([
    ['five seats', { GOVERNMENT: 3, CIVIL_SOCIETY: 2 }],
    ['three seats', { GOVERNMENT: 2, CIVIL_SOCIETY: 1 }],
    ['a college without a seat', { GOVERNMENT: 4, CIVIL_SOCIETY: 0 }],
    ['one college only', { GOVERNMENT: 4 }],
    ['a third college', { GOVERNMENT: 2, CIVIL_SOCIETY: 2, HOST: 0 }],
    ['half seats', { GOVERNMENT: 1.5, CIVIL_SOCIETY: 2.5 }],
  ])('cannot contradict the four seats of C3-COMMITTEE: %s', (_, committeeSeatsPerCollege) => {
    expect(faults({ committeeSeatsPerCollege })).toEqual(['committeeSeatsPerCollege']);
  });

  it.each([
    { numerator: 0, denominator: 2 },
    { numerator: 3, denominator: 2 },
    { numerator: 1, denominator: 0 },
    { numerator: -1, denominator: -2 },
    { numerator: 1, denominator: 101 },
    { numerator: 0.5, denominator: 1 },
    { numerator: 1 },
    { numerator: 1, denominator: 2, rounded: true },
    0.5,
    '1/2',
  ])('cannot have %j for a share', (quorumShare) => {
    expect(faults({ quorumShare })).toEqual(['quorumShare']);
  });

  it('cannot leave a session without a president', () => {
    expect(faults({ presidingOrder: [] })).toEqual(['presidingOrder']);
    expect(faults({ presidingOrder: ['CO_CHAIR'] })).toEqual(['presidingOrder']);
    expect(faults({ presidingOrder: ['SECRETARIAT', 'CO_CHAIR'] })).toEqual(['presidingOrder']);
    expect(faults({ presidingOrder: ['CO_CHAIR', 'CO_CHAIR', 'SECRETARIAT'] })).toEqual(['presidingOrder']);
    expect(faults({ presidingOrder: ['MINISTER', 'SECRETARIAT'] })).toEqual(['presidingOrder']);
  });

  it('cannot close nominations before they open', () => {
    expect(faults({ nominationsCloseDaysBefore: 14 })).toEqual([]);
    expect(faults({ nominationsCloseDaysBefore: 15 })).toEqual(['nominationsCloseDaysBefore']);
    expect(faults({ nominationsCloseDaysBefore: 5, plenaryNoticeDays: 5 })).toEqual([
      'nominationsCloseDaysBefore',
    ]);
  });

  it('cannot seal ballots that rank', () => {
    expect(faults({ coChairMethod: 'INSTANT_RUNOFF', committeeMethod: 'SCHULZE' })).toEqual([
      'coChairMethod',
      'committeeMethod',
    ]);
    expect(faults({ coChairMethod: 'BLOCK_VOTE' })).toEqual(['coChairMethod']);
    expect(faults({ committeeMethod: 'MAJORITY_TWO_ROUNDS' })).toEqual(['committeeMethod']);
  });

  it('is an object, whatever else one may send', () => {
    for (const candidate of [null, undefined, 15, 'rules', [], [EDITION_0], () => EDITION_0]) {
      expect(settingsProblems(candidate).map(({ setting }) => setting)).toEqual(NAMES);
    }
    fc.assert(
      fc.property(fc.anything(), (candidate) => {
        expect(settingsProblems(candidate).length).toBeGreaterThan(0);
      }),
    );
  });

  it('answers for any value of any setting, and never says yes to a wrong type', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.anything(), (name, value) => {
        const problems = settingsProblems({ ...EDITION_0, [name]: value });
        if (problems.length > 0) {
          for (const { problem } of problems) expect(problem.fr).not.toBe(problem.en);
          return;
        }
        const accepted = { ...EDITION_0, [name]: value } as RulesOfProcedure;
        expect(settingInWords(name, accepted).fr).not.toMatch(/undefined|object/);
      }),
    );
  });
});

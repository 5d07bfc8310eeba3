import { jest } from '@jest/globals';
import {
  approvalOf,
  type Choice,
  countsOf,
  fewOf,
  gradesOf,
  GROUP_NAMES,
  oneOf,
  plainCount,
  type Question,
  verifyArchive,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { anElection, type TrusteePlan } from '../../libs/sealed-ballot/test/an-election.js';
import { TOOL_IS_HERE, toolAccepts } from './third-party-tool.js';

// Exponentiations by the thousand, on machines that may be busy.
jest.setTimeout(120_000);

const NAMES = ['Aminata', 'Benoît', 'Chloé'];

const QUESTIONS: Record<string, { questions: Question[]; votes: Choice[][] }> = {
  'one of three': { questions: [oneOf('Qui ?', NAMES, false)], votes: [[[0]], [[2]], [[2]]] },
  'one of three, or blank': { questions: [oneOf('Qui ?', NAMES, true)], votes: [[[0]], ['blank'], [[2]]] },
  'one or two of three': { questions: [fewOf('Qui ?', NAMES, 1, 2, false)], votes: [[[0, 1]], [[2]]] },
  'two of three, or blank': { questions: [fewOf('Qui ?', NAMES, 2, 2, true)], votes: [[[0, 1]], ['blank']] },
  approval: { questions: [approvalOf('Qui ?', NAMES, false)], votes: [[[]], [[0, 1, 2]]] },
  'approval, or blank': { questions: [approvalOf('Qui ?', NAMES, true)], votes: [[[]], ['blank'], [[1]]] },
  'majority judgment': {
    questions: gradesOf('Mention', NAMES.slice(1), ['Bien', 'Passable', 'À rejeter']),
    votes: [
      [[0], [2]],
      [[1], [1]],
    ],
  },
  'two different questions': {
    questions: [oneOf('Qui ?', NAMES, true), approvalOf('Lesquels ?', ['x', 'y'], false)],
    votes: [
      ['blank', [0, 1]],
      [[1], []],
    ],
  },
};

const TRUSTEES: Record<string, TrusteePlan[]> = {
  'one trustee': [1],
  'two trustees': [1, 1],
  'two of three': [[2, 3]],
  'one, and two of three': [1, [2, 3]],
};

/** Every kind of question with one plan of trustees, every plan with one kind of question. */
const CASES = [
  ...Object.keys(QUESTIONS).map((kind) => [kind, 'one trustee'] as const),
  ...Object.keys(TRUSTEES)
    .slice(1)
    .map((plan) => ['one of three, or blank', plan] as const),
];

describe.each(GROUP_NAMES)('an archive in %s', (group) => {
  it.each(CASES)('of %s, by %s, is accepted here and by the third-party tool', async (kind, plan) => {
    const { questions, votes } = QUESTIONS[kind]!;
    const held = await anElection({
      group,
      groups: nativeGroups,
      trustees: TRUSTEES[plan]!,
      questions,
      votes: votes.map((choices, voter) => ({ voter, choices })),
      voters: votes.length + 1,
      // A threshold opens without its last trustee.
      ...(plan === 'two of three' ? { opening: [1, 3] } : {}),
    });
    const report = await verifyArchive(held.archive, {
      sideFile: held.sideFile,
      standard: 'ours',
      groups: nativeGroups,
    });
    expect(report.failures).toEqual([]);
    expect(report.unmade).toEqual([]);
    expect(report.counts).toEqual(countsOf(questions, plainCount(questions, votes)));
    // Debian 12's tool, version 2.0, reads BELENIOS-2048 only; Ed25519 came with 2.1.
    if (TOOL_IS_HERE && group === 'BELENIOS-2048') expect(toolAccepts(held.archive)).toBe(true);
  });
});

import { approvalOf, electionFile, fewOf, gradesOf, newElectionUuid, oneOf } from '@hemicycle/sealed-ballot';
import { describe, expect, it } from '@jest/globals';
import { choiceFrom, questionsOf, type SealedQuestion } from './question.js';

const ASK = [
  oneOf('Who?', ['Ada', 'Grace'], true),
  fewOf('Two of three', ['A', 'B', 'C'], 1, 2, true),
  approvalOf('Who would do?', ['A', 'B'], false),
  ...gradesOf('How good?', ['Ada'], ['good', 'bad']),
];
const FILE = electionFile({
  version: 1,
  description: '',
  name: '',
  group: 'Ed25519',
  public_key: '1',
  questions: ASK,
  uuid: newElectionUuid(),
});
const [one, two, any, grade] = questionsOf(FILE) as [
  SealedQuestion,
  SealedQuestion,
  SealedQuestion,
  SealedQuestion,
];

describe('the questions of an election', () => {
  it('are those of its file', () => {
    expect(questionsOf(FILE)).toEqual(ASK.map((question) => ({ blank: false, ...question })));
  });

  it.each([
    [one, ['1'], { choice: [1] }],
    [one, ['blank'], { choice: 'blank' }],
    [one, [], { mistake: 'missing' }],
    [two, ['0', '2'], { choice: [0, 2] }],
    [two, ['0', '1', '2'], { mistake: 'tooMany' }],
    [two, ['0', 'blank'], { mistake: 'blankAlone' }],
    [any, [], { choice: [] }],
    [any, ['0', '1'], { choice: [0, 1] }],
    [grade, ['1'], { choice: [1] }],
    [grade, ['blank'], { mistake: 'missing' }],
  ])('take what they allow: %#', (question, ticked, expected) => {
    expect(choiceFrom(question, ticked)).toEqual(expected);
  });
});

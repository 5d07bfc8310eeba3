import { jest } from '@jest/globals';
import fc from 'fast-check';
import { anElection, refusal, resigned } from './an-election.js';
import { encrypt } from '../src/ciphertext.js';
import { oneOfIsProved, proveOneOf } from '../src/disjunction.js';
import {
  admitBallot,
  approvalOf,
  ArchiveWriter,
  ballotOf,
  type Choice,
  countsOf,
  fewOf,
  fingerprintOf,
  gradesOf,
  newCredential,
  oneOf,
  openCredentials,
  openTally,
  plainCount,
  portableGroups,
  credentialSecret,
  credentialsFile,
  electionFile,
  newElectionUuid,
  newTrusteeKey,
  openElection,
  publicCredential,
  type Question,
  sealBallot,
  sealVectors,
  verifyArchive,
  vectorOf,
} from '../src/index.js';
import { sizedTallyFrom } from '../src/tally.js';

// Exponentiations by the thousand, on machines that may be busy.
jest.setTimeout(120_000);

const group = portableGroups('Ed25519');

const questions: fc.Arbitrary<Question> = fc
  .record({ size: fc.integer({ min: 1, max: 4 }), blank: fc.boolean(), bounds: fc.tuple(fc.nat(), fc.nat()) })
  .map(({ size, blank, bounds: [a, b] }) => {
    const [first, second] = [a % (size + 1), b % (size + 1)];
    const answers = Array.from({ length: size }, (_, index) => `A${index}`);
    return fewOf('Q', answers, Math.min(first, second), Math.max(first, second), blank);
  });

const choicesOf = (question: Question): fc.Arbitrary<Choice> => {
  const positions = question.answers.map((_, index) => index);
  const some = fc
    .subarray(positions, { minLength: question.min, maxLength: question.max })
    .map((choice): Choice => choice);
  return question.blank === true ? fc.oneof(some, fc.constant('blank' as const)) : some;
};

const votes = fc
  .array(questions, { minLength: 1, maxLength: 2 })
  .chain((asked) =>
    fc.tuple(fc.constant(asked), fc.array(fc.tuple(...asked.map(choicesOf)), { minLength: 1, maxLength: 3 })),
  );

it('opens to the plain count, whatever questions allow and voters choose', async () => {
  await fc.assert(
    fc.asyncProperty(votes, async ([asked, ballots]) => {
      const held = await anElection({
        questions: asked,
        votes: ballots.map((choices, voter) => ({ voter, choices })),
      });
      const report = await verifyArchive(held.archive, { sideFile: held.sideFile, standard: 'ours' });
      expect(report.failures).toEqual([]);
      expect(report.counts).toEqual(countsOf(asked, plainCount(asked, ballots)));
    }),
    { numRuns: 8 },
  );
});

it('proves no vector that the question does not allow', () => {
  fc.assert(
    fc.property(
      questions,
      fc.array(fc.integer({ min: -1, max: 2 }), { maxLength: 6 }),
      (question, vector) => {
        const blank = question.blank === true ? vector[0] : 0;
        const chosen = vector.slice(question.blank === true ? 1 : 0);
        const sum = chosen.reduce((total, entry) => total + entry, 0);
        const allowed =
          chosen.length === question.answers.length &&
          [...chosen, blank ?? 2].every((entry) => entry === 0 || entry === 1) &&
          (blank === 1 ? sum === 0 : question.min <= sum && sum <= question.max);
        const { election, secret } = anEmptyElection([question]);
        const refused = refusal(() => sealVectors(election, secret, [vector]));
        expect(refused).toBe(allowed ? undefined : 'choice-allowed at choices[0]');
      },
    ),
    { numRuns: 60 },
  );
});

it('cannot prove what is false, even by a maker who skips the check on her vector', () => {
  const { election } = anEmptyElection([oneOf('Q', ['A', 'B'], false)]);
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.boolean(), (message, claimed) => {
      const pair = encrypt(election, BigInt(message), 5n);
      const statements = [0, 1].map((count) => ({ randomness: 5n, difference: message - count }));
      const proofs = proveOneOf(election, 'text|', statements, claimed ? 1 : 0);
      const received = [0, 1].map((count) => ({ pair, count }));
      expect(oneOfIsProved(election, 'text|', received, proofs)).toBe(false);
    }),
    { numRuns: 5 },
  );
});

describe('a choice', () => {
  it('is a vector, with blank first where it is offered', () => {
    expect(vectorOf(oneOf('Q', ['A', 'B', 'C'], false), [1])).toEqual([0, 1, 0]);
    expect(vectorOf(oneOf('Q', ['A', 'B', 'C'], true), [2])).toEqual([0, 0, 0, 1]);
    expect(vectorOf(oneOf('Q', ['A', 'B', 'C'], true), 'blank')).toEqual([1, 0, 0, 0]);
    expect(vectorOf(approvalOf('Q', ['A', 'B'], false), [])).toEqual([0, 0]);
  });

  it.each([
    ['blank where none is offered', oneOf('Q', ['A', 'B'], false), 'blank'],
    ['too many', oneOf('Q', ['A', 'B'], false), [0, 1]],
    ['too few', oneOf('Q', ['A', 'B'], true), []],
    ['one answer twice', fewOf('Q', ['A', 'B'], 0, 2, false), [1, 1]],
    ['an answer that is not there', oneOf('Q', ['A', 'B'], false), [2]],
    ['an answer that is no position', oneOf('Q', ['A', 'B'], false), [0.5]],
  ] as const)('is refused: %s', (_, question, choice) => {
    expect(refusal(() => vectorOf(question, choice))).toBe('choice-allowed at ');
  });

  it('of majority judgment is one grade a candidate', () => {
    const [first, second] = gradesOf('Note', ['Ada', 'Bao'], ['Bien', 'Passable', 'Insuffisant']);
    expect(first?.question).toBe('Note – Ada');
    expect([second?.min, second?.max, second?.answers.length]).toEqual([1, 1, 3]);
  });
});

describe('the box', () => {
  const asked = [oneOf('Q', ['A', 'B'], true)];
  const { election, credential, listed } = anEmptyElection(asked);
  const ballot = sealBallot(election, credential, [[0]]);
  const admit = (raw: string, held: string[] = []) =>
    refusal(() => admitBallot(election, listed, raw, (tracker) => held.includes(tracker)));

  it('takes a good ballot', () => {
    expect(admit(ballot.raw)).toBeUndefined();
    expect(ballot.tracker).toBe(fingerprintOf(ballot.raw));
  });

  it('refuses one that it holds or held', () => {
    expect(admit(ballot.raw, [ballot.tracker])).toBe('ballot-new at ');
  });

  it('refuses a ballot stuffed with a credential of nobody', () => {
    const stuffed = sealBallot(election, newCredential(), [[0]]);
    expect(admit(stuffed.raw)).toBe('credential-listed at credential');
  });

  it('refuses a listed credential by somebody who only knows its public half', () => {
    const own = JSON.parse(sealBallot(election, newCredential(), [[0]]).raw) as Record<string, unknown>;
    const forged = { ...own, credential: (JSON.parse(ballot.raw) as { credential: string }).credential };
    const { signature, ...unsigned } = forged as unknown as { signature: { hash: string } };
    const raw = JSON.stringify({
      ...unsigned,
      signature: { ...signature, hash: fingerprintOf(JSON.stringify(unsigned)) },
    });
    expect(admit(raw)).toBe('ballot-signature at signature.proof');
  });

  it('refuses the ballot of another election', () => {
    const other = anEmptyElection(asked);
    expect(admit(sealBallot(other.election, credential, [[0]]).raw)).toBe('ballot-election at election_uuid');
  });

  it.each([
    ['spaces', (raw: string) => raw.replace('":', '": ')],
    ['a field more', (raw: string) => raw.replace('{', '{"note":"",')],
    ['a field twice', (raw: string) => raw.replace('"credential":', '"credential":"x","credential":')],
    ['an escape for a character', (raw: string) => raw.replace('"election_uuid"', '"\\u0065lection_uuid"')],
    ['a line at the end', (raw: string) => `${raw}\n`],
  ])('refuses a text that is not canonical: %s', (_, alter) => {
    expect(admit(alter(ballot.raw))).toMatch(/^json-canonical/);
  });

  it.each([
    ['no JSON', (raw: string) => raw.slice(1), /^json-well-formed/],
    ['a list', () => '[]', /^json-shape/],
    [
      'a proof missing',
      (raw: string) => raw.replace(/,"blank_proof":\[.*?\]/, ''),
      /^ballot-hash|^ballot-shape/,
    ],
    [
      'a scalar with a leading zero',
      (raw: string) => raw.replace(/"response":"/, '"response":"0'),
      /^ballot-hash/,
    ],
  ])('refuses a malformed ballot: %s', (_, alter, expected) => {
    expect(admit(alter(ballot.raw))).toMatch(expected);
  });

  it('refuses each malformed part of a ballot that its own voter signed', () => {
    const resign = (alter: (ballot: BallotJson) => void): string => {
      const data = JSON.parse(ballot.raw) as BallotJson;
      alter(data);
      return resigned(group, credentialSecret(group, election.uuid, credential), data);
    };
    const answer = (data: BallotJson) => data.answers[0]!;
    const order = group.order.toString();
    expect(admit(resign(() => undefined))).toBeUndefined();
    for (const [alter, expected] of [
      [
        (b) => (answer(b).choices[0]!.alpha = 'ff'.repeat(32)),
        'element-in-group at answers[0].choices[0].alpha',
      ],
      [(b) => (answer(b).choices[2]!.beta = 'x'), 'element-in-group at answers[0].choices[2].beta'],
      [(b) => answer(b).choices.pop(), 'ballot-shape at answers[0].choices'],
      [(b) => answer(b).individual_proofs.pop(), 'ballot-shape at answers[0].individual_proofs'],
      [(b) => answer(b).individual_proofs[1]!.pop(), 'ballot-shape at answers[0].individual_proofs[1]'],
      [(b) => answer(b).overall_proof.pop(), 'ballot-shape at answers[0].overall_proof'],
      [(b) => delete answer(b).blank_proof, 'ballot-shape at answers[0].blank_proof'],
      [
        (b) => (answer(b).overall_proof[0]!.challenge = order),
        'scalar-in-range at answers[0].overall_proof[0].challenge',
      ],
      [
        (b) => (answer(b).blank_proof![1]!.response = '00'),
        'scalar-in-range at answers[0].blank_proof[1].response',
      ],
      [
        (b) => (answer(b).individual_proofs[1]![0]!.response = '1'),
        'individual-proof at answers[0].individual_proofs[1]',
      ],
      [(b) => (answer(b).overall_proof[1]!.response = '1'), 'overall-proof at answers[0].overall_proof'],
      [(b) => (answer(b).blank_proof![0]!.response = '1'), 'blank-proof at answers[0].blank_proof'],
      [(b) => b.answers.push(answer(b)), 'ballot-shape at answers'],
      [
        (b) => ((answer(b) as object as { choices: unknown }).choices = {}),
        'json-shape at answers[0].choices',
      ],
      [(b) => (answer(b).choices[0]!.alpha = 7 as never), 'json-shape at answers[0].choices[0].alpha'],
      [(b) => delete (b as Partial<BallotJson>).credential, 'json-shape at credential'],
    ] as [(ballot: BallotJson) => unknown, string][])
      expect(admit(resign((data) => void alter(data)))).toBe(expected);
  });

  it('refuses too many choices by their number alone, where no blank vote is offered', () => {
    const {
      election: own,
      credential: voter,
      listed: list,
    } = anEmptyElection([oneOf('Q', ['A', 'B'], false)]);
    const data = JSON.parse(sealBallot(own, voter, [[0]]).raw) as BallotJson;
    const again = (): string | undefined =>
      refusal(() =>
        admitBallot(own, list, resigned(group, credentialSecret(group, own.uuid, voter), data), () => false),
      );
    expect(again()).toBeUndefined();
    data.answers[0]!.overall_proof[0]!.response = '1';
    expect(again()).toBe('overall-proof at answers[0].overall_proof');
  });

  it('never says a secret in an error', () => {
    expect(refusal(() => sealBallot(election, credential, []))).toBe('choice-allowed at ');
    const message = refusal(() => sealBallot(election, 'AAA-BBB-CCC-DDD-EEE', [[0]]));
    expect(message).toBe('credential-checksum at ');
  });

  it('opens no election that two readers could read differently, or whose key hides nothing', () => {
    const twice = election.raw.replace('"name":', '"name":"Autre","name":');
    expect(refusal(() => openElection(twice))).toBe('json-canonical at ');
    const one = JSON.stringify({ ...JSON.parse(election.raw), public_key: group.encode(group.one) });
    expect(refusal(() => openElection(one))).toBe('election-key at public_key');
  });

  it.each([
    ['another version', { version: 2 }, 'election-version at version'],
    ['a short identifier', { uuid: 'a'.repeat(13) }, 'election-uuid at uuid'],
    ['an identifier that is no base 58', { uuid: '0'.repeat(14) }, 'election-uuid at uuid'],
    ['no question', { questions: [] }, 'question-countable at questions'],
    ['a question to be shuffled', asking({ type: 'NonHomomorphic' }), 'question-countable at questions[0]'],
    ['no answer', asking({ answers: [], min: 0, max: 0 }), 'question-countable at questions[0]'],
    ['too many answers', asking({ answers: Array(1001).fill('') }), 'question-countable at questions[0]'],
    ['more to choose than there is', asking({ max: 3 }), 'question-countable at questions[0]'],
    ['more at least than at most', asking({ min: 2 }), 'question-countable at questions[0]'],
    ['less than nothing to choose', asking({ min: -1 }), 'json-shape at questions[0].min'],
    ['a blank vote that is no yes or no', asking({ blank: 1 }), 'json-shape at questions[0].blank'],
  ])('opens no election with %s', (_, fields, expected) => {
    const altered = JSON.stringify({ ...JSON.parse(election.raw), ...fields });
    expect(refusal(() => openElection(altered))).toBe(expected);
  });

  it.each([
    [-1, 1],
    [0.5, 1],
    [0, 1.5],
    [Number.NaN, 1],
  ])('asks no question with the bounds %s and %s', (min, max) => {
    expect(refusal(() => fewOf('Q', ['A', 'B'], min, max, false))).toBe('question-countable at ');
  });

  it('opens no list of credentials that names one twice, or weighs one otherwise than by a whole number', () => {
    const one = group.encode(group.generator);
    const opened = (...entries: string[]) => refusal(() => openCredentials(group, JSON.stringify(entries)));
    expect(opened(one, `${one},2`)).toBe('credentials-distinct at [1]');
    expect(opened(`${one},2,her name`)).toBeUndefined();
    for (const weight of ['0', '-1', '02', '1.5', '1e3', 'x', '9'.repeat(19)])
      expect(opened(`${one},${weight}`)).toBe('credential-weight at [0]');
  });

  it('reports, and does not fall over, on an archive made to exhaust its verifier', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const nested = election.raw.replace('{', `{"more":${deep},`);
    expect(refusal(() => openElection(nested))).toBe('json-canonical at ');
    const endless = election.raw.replace(election.uuid, `${'a'.repeat(20_000_000)}0`);
    expect(refusal(() => openElection(endless))).toBe('election-uuid at uuid');
    const held = await anElection({ questions: asked, votes: [{ voter: 0, choices: [[0]] }] });
    const bad = { ballot: 0, check: 'ballot-hash', place: 'signature.hash' } as const;
    const report = await verifyArchive(held.archive, {
      sideFile: held.sideFile,
      standard: 'ours',
      countBox: () => Promise.resolve({ tally: [], failures: Array.from({ length: 130_000 }, () => bad) }),
    });
    expect(report.failures).toHaveLength(130_000);
  });

  it('names each check once, as failed, made or left unmade', async () => {
    const held = await anElection({ questions: asked, votes: [{ voter: 0, choices: [[0]] }] });
    const writer = new ArchiveWriter(0);
    writer.setup(held.electionFile, held.trusteesFile, held.credentialsFile);
    writer.ballot('');
    const { valid, passed, failures, unmade } = await verifyArchive(writer.bytes(), {
      sideFile: null,
      standard: 'ours',
      unfinished: true,
    });
    expect([valid, failures]).toEqual([false, [{ check: 'json-well-formed', place: 'ballots[0]' }]]);
    const named = [...passed, ...unmade, 'json-well-formed'];
    expect(new Set(named).size).toBe(named.length);
  });

  it('began as any earlier archive of it, which was not empty', async () => {
    const held = await anElection({ questions: asked, votes: [] });
    const options = { sideFile: held.sideFile, standard: 'ours' } as const;
    for (const [size, failures] of [
      [0, [{ check: 'archive-grew', place: 'archive' }]],
      [1024, []],
      [held.archive.length, []],
    ] as const) {
      const report = await verifyArchive(held.archive, { ...options, earlier: held.archive.slice(0, size) });
      expect(report.failures).toEqual(failures);
    }
  });

  it('has a sum and a result of as many numbers as its questions, no more and no fewer', async () => {
    const held = await anElection({ questions: asked, votes: [{ voter: 0, choices: [[0]] }] });
    const rows = <T>(written: T[][]): T[][][] => [
      [],
      [...written, []],
      written.map((row) => row.slice(1)),
      written.map((row) => [...row, row[0]!]),
    ];
    const { result } = JSON.parse(held.resultFile!) as { result: number[][] };
    for (const wrong of rows(result)) {
      const writer = ArchiveWriter.after(held.archive.slice(0, sizeBeforeResult(held.archive)));
      writer.result(JSON.stringify({ result: wrong }));
      const options = { sideFile: held.sideFile, standard: 'ours' } as const;
      const { failures } = await verifyArchive(writer.bytes(), options);
      expect(failures.map(({ check }) => check)).toEqual(['result-right']);
    }
    for (const wrong of rows(JSON.parse(held.tallyFile) as object[][]))
      expect(refusal(() => openTally(held.election, JSON.stringify(wrong)))).toMatch(/^tally-sum at /);
    expect(refusal(() => ArchiveWriter.after(held.archive))).toBe('archive-order at end');
  });

  it('counts the last ballot of a voter and lists those replaced', async () => {
    const held = await anElection({
      questions: asked,
      votes: [
        { voter: 0, choices: [[0]] },
        { voter: 1, choices: ['blank'] },
        { voter: 0, choices: [[1]] },
      ],
      voters: 3,
    });
    const report = await verifyArchive(held.archive, { sideFile: held.sideFile, standard: 'ours' });
    expect(report.valid).toBe(true);
    expect(report.replaced).toEqual([fingerprintOf(held.ballots[0]!)]);
    const became = held.ballots.map((raw) => ballotOf(report, fingerprintOf(raw)));
    expect(became).toEqual(['replaced', 'counted', 'counted']);
    expect(ballotOf(report, fingerprintOf(''))).toBe('absent');
    expect(report.counts?.[0]).toMatchObject({ blank: 1n, answers: [{ votes: 0n }, { votes: 1n }] });
  });
});

it('derives public credentials without tables of powers, which take longer or shorter by the secret', () => {
  const powerOfGenerator = jest.fn(group.powerOfGenerator);
  const [uuid, credential] = [newElectionUuid(), newCredential()];
  const derived = publicCredential({ ...group, powerOfGenerator }, uuid, credential);
  expect(powerOfGenerator).not.toHaveBeenCalled();
  const secret = credentialSecret(group, uuid, credential);
  expect(derived).toBe(group.encode(group.powerOfGenerator(secret)));
});

it('writes and reads a total weight in one way', () => {
  const read = (weight: string) =>
    refusal(() => sizedTallyFrom(`{"num_tallied":5,"total_weight":${weight},"encrypted_tally":""}`));
  for (const weight of ['5', '1073741823', '"1073741824"']) expect(read(weight)).toBeUndefined();
  for (const weight of ['"5"', '1073741824', '"1073741823"']) expect(read(weight)).toBe('json-canonical at ');
  for (const weight of ['"five"', '"01073741824"', '-5', 'null'])
    expect(read(weight)).toBe('json-shape at total_weight');
});

interface BallotJson {
  credential: string;
  answers: {
    choices: { alpha: string; beta: string }[];
    individual_proofs: { challenge: string; response: string }[][];
    overall_proof: { challenge: string; response: string }[];
    blank_proof?: { challenge: string; response: string }[];
  }[];
  signature?: unknown;
}

/** Fields of an election that asks another question than it did. */
function asking(fields: object): object {
  return { questions: [{ answers: ['A', 'B'], min: 1, max: 1, question: 'Q', ...fields }] };
}

/** Where the result of an archive starts, and its event after it: the last two files. */
function sizeBeforeResult(archive: Uint8Array): number {
  const files = [0];
  for (let offset = 0; offset < archive.length; files.push(offset)) {
    const size = Number.parseInt(Buffer.from(archive).toString('latin1', offset + 124, offset + 135), 8);
    offset += 512 + Math.ceil(size / 512) * 512;
  }
  return files.at(-3)!;
}

/** An election where nobody voted yet, and one voter’s credential. */
function anEmptyElection(asked: readonly Question[]) {
  const key = newTrusteeKey(group);
  const uuid = newElectionUuid();
  const election = openElection(
    electionFile({
      version: 1,
      description: '',
      name: 'Essai',
      group: 'Ed25519',
      public_key: key.publicKey.public_key,
      questions: asked,
      uuid,
    }),
  );
  const credential = newCredential();
  const listed = openCredentials(group, credentialsFile([publicCredential(group, uuid, credential)]));
  return { election, credential, listed, secret: credentialSecret(group, uuid, credential) };
}

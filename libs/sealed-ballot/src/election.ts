import { CheckFailed, demand } from './checks.js';
import type { Element, Group, PowersOf } from './group.js';
import { groupName, type Groups, portableGroups } from './groups.js';
import { fingerprintOf } from './hash.js';
import { list, parsedOnce, record, readText, textOf, readWhole } from './json.js';
import { type Question, questionFrom } from './question.js';
import { isBase58, randomBase58 } from './scalars.js';

/** The public data of an election (4.10), fields in the order of the specification. */
export interface ElectionData {
  readonly version: 1;
  readonly description: string;
  readonly name: string;
  readonly group: string;
  readonly public_key: string;
  readonly questions: readonly Question[];
  readonly uuid: string;
  readonly administrator?: string;
  readonly credential_authority?: string;
}

/** An election read from its file and ready for computing. The file’s bytes never change during the election. */
export interface Election {
  /** The file as it is, which the fingerprint covers. */
  readonly raw: string;
  readonly name: string;
  readonly uuid: string;
  readonly questions: readonly Question[];
  /** φ = BASE64(SHA256(file)) (4.15). */
  readonly fingerprint: string;
  readonly group: Group;
  /** y, with its writing. */
  readonly publicKey: Element;
  readonly publicKeyText: string;
  /** (k, b) ↦ y^k·b, prepared at the first use. */
  readonly powerOfKey: PowersOf;
}

/** A new identifier for an election (4.2): 22 uniform base-58 characters. */
export const newElectionUuid = (): string => randomBase58(22);

/** An election’s identifier (4.2), as somebody wrote it. @throws CheckFailed json-shape, election-uuid */
export function uuidFrom(value: unknown, place: string): string {
  const uuid = readText(value, place);
  demand(uuid.length >= 14 && isBase58(uuid), 'election-uuid', place);
  return uuid;
}

/** Writes the file of an election, once and for all. */
export const electionFile = (data: ElectionData): string => {
  const { version, description, name, group, public_key, questions, uuid } = data;
  return JSON.stringify({
    version,
    description,
    name,
    group,
    public_key,
    questions: questions.map(({ answers, blank, min, max, question }) => ({
      answers,
      ...(blank === true ? { blank } : {}),
      min,
      max,
      question,
    })),
    uuid,
    ...(data.administrator === undefined ? {} : { administrator: data.administrator }),
    ...(data.credential_authority === undefined ? {} : { credential_authority: data.credential_authority }),
  });
};

/**
 * Reads the file of an election.
 * @throws CheckFailed json-well-formed, json-canonical, json-shape, election-version, election-uuid, group-known, question-countable,
 *   element-in-group, election-key when the key is 1
 */
export function openElection(file: string | Uint8Array, groups: Groups = portableGroups): Election {
  const raw = textOf(file);
  const data = record(
    parsedOnce(raw),
    '',
    'version',
    'description',
    'name',
    'group',
    'public_key',
    'questions',
    'uuid',
  );
  demand(readWhole(data.version, 'version') === 1, 'election-version', 'version');
  const uuid = uuidFrom(data.uuid, 'uuid');
  readText(data.description, 'description');
  for (const name of ['administrator', 'credential_authority'])
    if (Object.hasOwn(data, name)) readText(data[name], name);
  const questions = list(data.questions, 'questions', questionFrom);
  if (questions.length === 0) throw new CheckFailed('question-countable', 'questions');
  const group = groups(groupName(readText(data.group, 'group'), 'group'));
  const publicKey = group.decode(data.public_key, 'public_key');
  demand(!group.equal(publicKey, group.one), 'election-key', 'public_key');
  let powersOfKey: PowersOf | undefined;
  return {
    raw,
    name: readText(data.name, 'name'),
    uuid,
    questions,
    fingerprint: fingerprintOf(raw),
    group,
    publicKey,
    publicKeyText: group.encode(publicKey),
    powerOfKey: (exponent, times) => (powersOfKey ??= group.powersOf(publicKey))(exponent, times),
  };
}

import { isSecret, seatInWords } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { BadUserInput } from '@hemicycle/graphql';
import { COLLEGES, FORUM, quantity } from '@hemicycle/kernel';
import {
  CheckFailed,
  credentialsAreSorted,
  credentialsFile,
  electionFile,
  fewOf,
  fingerprintOf,
  openCredentials,
  openTrustees,
  publicCredential,
  setupFile,
  sha256Hex,
} from '@hemicycle/sealed-ballot';
import { Inject, Injectable } from '@nestjs/common';
import type { ElectionRound } from '../election-round.entity.js';
import type { Situation } from '../situations.js';
import type { SeatVoteHolder } from '../vote-holders.js';
import { badSealedObject, reading } from './failed-check.js';
import { group, GROUP_NAME } from './key-making.js';
import { pollUuidOf } from './poll-uuid.js';
import { SealedPollsRepository } from './sealed-polls.repository.js';
import { credentialOfSeat, VoterKeys } from './voter-keys.js';

/** Injection token of a function that gives SHA-256, in hexadecimal, of the pages that voters are given now. */
export const BOOTH_HASH = Symbol('the hash of the pages');
export type BoothHash = () => Promise<string>;

/** Injection token of the program's name and version, by which archives are to be verified. */
export const VERIFIER = Symbol('the program with its version');

/** What opening a sealed round rests on, beside what any opening does. */
export interface SealOfARound {
  readonly secret: boolean;
  readonly keyMade: boolean;
  readonly trusteesStanding: readonly string[];
  readonly withoutScrutineer: Situation['scrutineers'][number]['college'][];
}

/** Seals a round that opens: its election's file, its list of credentials, its key. */
@Injectable()
export class OpeningOfSeals {
  constructor(
    private readonly sealed: SealedPollsRepository,
    private readonly keys: VoterKeys,
    @Inject(BOOTH_HASH) private readonly boothHash: BoothHash,
    @Inject(VERIFIER) private readonly verifier: string,
  ) {}

  /** What the charter asks before a secret poll opens (CNIL-1-08, SECRECY-FLOOR). */
  facts({ election, rules, ceremony, trustees, standing, scrutineers }: Situation): SealOfARound {
    return {
      secret: isSecret(rules, election.secrecyAskedAt !== null),
      keyMade: ceremony !== null && ceremony.completedAt !== null,
      trusteesStanding: trustees
        .filter(({ personId }) => standing.some((candidacy) => candidacy.personId === personId))
        .map(({ personName }) => personName),
      withoutScrutineer: COLLEGES.filter((college) => scrutineers.every((one) => one.college !== college)),
    };
  }

  /**
   * Gives the fingerprint of the round's election, and the hash of all that the opening fixes.
   *
   * @param publicCredentials a file of credentials issued on another machine; null: they are derived here
   * @throws BadUserInput where that file is not one credential an elector
   */
  async seal(
    tx: Tx,
    situation: Situation,
    round: ElectionRound,
    holders: readonly SeatVoteHolder[],
    publicCredentials: string | null,
  ): Promise<{ readonly fingerprint: string; readonly setup: string }> {
    const { ceremony } = situation;
    const trusteesFile = ceremony?.trusteesFile ?? null;
    if (ceremony === null || trusteesFile === null) throw new RangeError(`No key for round ${round.id}`);
    const uuid = pollUuidOf(round.id);
    const { key, kept } = this.keys.fresh();
    const file = fileOf(situation, round, uuid, trusteesFile);
    const credentials =
      publicCredentials === null
        ? credentialsFile(
            holders.map(({ memberId }) => publicCredential(group(), uuid, credentialOfSeat(key, memberId))),
          )
        : issuedApart(publicCredentials, holders.length);
    await this.sealed.open(tx, {
      roundId: round.id,
      ceremonyId: ceremony.id,
      uuid,
      electionFile: file,
      credentialsFile: credentials,
      issuedApart: publicCredentials !== null,
      voterKey: kept,
      boothHash: await this.boothHash(),
      verifier: this.verifier,
    });
    return { fingerprint: fingerprintOf(file), setup: setupHash(file, trusteesFile, credentials) };
  }
}

/** SHA-256, in hexadecimal, of what names all that an opening fixes: a file of this name is in the round's archive. */
export const setupHash = (election: string, trustees: string, credentials: string): string =>
  sha256Hex(setupFile(election, trustees, credentials));

/** The file of a round's election. It is the forum's public record: in both languages, names in the ballot's order. */
function fileOf(
  { election, standing, nextCandidates }: Situation,
  { number, kind, seats }: ElectionRound,
  uuid: string,
  trusteesFile: string,
): string {
  const seat = seatInWords(election);
  const names = nextCandidates.flatMap((id) => standing.filter((candidacy) => candidacy.id === id));
  const max = kind === 'BLOCK_VOTE' || kind === 'RUN_OFF' ? Math.min(seats, names.length) : 1;
  return electionFile({
    version: 1,
    description: `${FORUM.name.fr} / ${FORUM.name.en}`,
    name: `Vote pour ${seat.fr}, tour ${number} / Vote for ${seat.en}, round ${number}`,
    group: GROUP_NAME,
    public_key: group().encode(openTrustees(group(), trusteesFile).electionKey),
    questions: [
      fewOf(
        `Vote pour ${seat.fr} / Vote for ${seat.en}`,
        names.map(({ personName }) => personName),
        1,
        max,
        true,
      ),
    ],
    uuid,
  });
}

function issuedApart(file: string, electors: number): string {
  const listed = reading('publicCredentials', () => openCredentials(group(), file));
  if (!credentialsAreSorted(file)) {
    const { check, place } = new CheckFailed('credentials-sorted', '');
    throw badSealedObject('publicCredentials', { check, place });
  }
  if (listed.size !== electors) {
    throw new BadUserInput('publicCredentials', {
      fr: `Ce fichier porte ${quantity.fr(listed.size, 'code', 'codes')} ; la liste électorale compte ${quantity.fr(electors, 'siège', 'sièges')}.`,
      en: `This file has ${quantity.en(listed.size, 'credential', 'credentials')}; the register has ${quantity.en(electors, 'seat', 'seats')}.`,
    });
  }
  return file;
}

import { type College, COLLEGES } from '@hemicycle/kernel';
import { PollFiles } from '@hemicycle/elections';
import { type Choice, openElection, sealBallot } from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import type { ElectedSeat } from './agendas.js';
import type { Story } from './story.js';
import { makeKey, StoryTrustee } from './trustees.js';

/** An election that was called, with its candidacies in the order in which they were declared. */
export interface Called extends ElectedSeat {
  readonly electionId: string;
  readonly candidacyIds: readonly string[];
  /** How many seats it fills. */
  readonly seats: number;
}

/** A seat whose vote is held by somebody who takes part in the session. */
export interface Voter {
  readonly memberId: string;
  readonly college: College;
  readonly personId: string;
}

/** Who runs the polls of a plenary. */
export interface PollStaff {
  readonly secretaryId: string;
  /** Whoever may turn out to preside over an item, the likeliest first. */
  readonly mayPreside: readonly string[];
  readonly trustees: readonly StoryTrustee[];
}

/** Names the trustees of a plenary, one a college and one of the host, who make the key of its polls (charter CNIL-1-08). */
export async function entrustKey(
  story: Story,
  secretaryId: string,
  meetingId: string,
  trusteeIds: Readonly<Record<College | 'HOST', string>>,
): Promise<readonly StoryTrustee[]> {
  const { GOVERNMENT: governmentId, CIVIL_SOCIETY: civilSocietyId, HOST: hostId } = trusteeIds;
  await story.does(secretaryId, 'nameTrustees', { meetingId, governmentId, civilSocietyId, hostId });
  const trustees = [governmentId, civilSocietyId, hostId].map(
    (personId) => new StoryTrustee(story, personId, meetingId),
  );
  await makeKey(story, trustees);
  return trustees;
}

/** Names the two scrutineers of an election (charter SECRECY-FLOOR). */
export async function nameScrutineers(
  story: Story,
  secretaryId: string,
  electionId: string,
  personIds: Readonly<Record<College, string>>,
): Promise<void> {
  for (const college of COLLEGES) {
    await story.does(secretaryId, 'nameScrutineer', { electionId, college, personId: personIds[college] });
  }
}

/** Opens a round and has these voters vote under seal. */
export async function openPoll(
  story: Story,
  { secretaryId, mayPreside }: PollStaff,
  called: Called,
  voters: readonly Voter[],
): Promise<void> {
  const { electionId } = called;
  const president = await whoMay(story, mayPreside, 'orderPoll', { election: electionId });
  await story.does(president, 'orderPoll', { electionId });
  await story.does(secretaryId, 'openVoting', { electionId });
  await castBallots(story, called, voters);
}

/** Closes a round, opens its box by two trustees, counts and proclaims. */
export async function concludePoll(
  story: Story,
  { secretaryId, mayPreside, trustees }: PollStaff,
  { electionId }: Called,
): Promise<void> {
  story.pass(5);
  await story.does(secretaryId, 'closeVoting', { electionId });
  const { uuid } = await sealOf(story, electionId);
  const box = await story.get(PollFiles).archive(story.operator, uuid);
  if (box === null) throw new Error(`On ${story.today} the box of ${electionId} is not published.`);
  for (const trustee of trustees.slice(0, 2)) {
    story.pass(1);
    await trustee.opens(electionId, Buffer.from(box.content));
  }
  await story.does(secretaryId, 'countVotes', { electionId });
  story.pass(2);
  const proclaimer = await whoMay(story, mayPreside, 'proclaimResult', { election: electionId });
  await story.does(proclaimer, 'proclaimResult', { electionId });
}

/** Nearly two votes in three for the first candidacies, as many as there are seats, one blank, the others for the last. */
async function castBallots(
  story: Story,
  { electionId, candidacyIds, seats }: Called,
  voters: readonly Voter[],
): Promise<void> {
  const { electionFile, candidates } = await sealOf(story, electionId);
  const election = openElection(electionFile, nativeGroups);
  const places = candidacyIds.map((id) => candidates.indexOf(id));
  const cast = async ({ personId }: Voter, turn: number): Promise<void> => {
    const names = turn % 3 === 2 ? places.slice(-1) : places.slice(0, seats);
    const choice: Choice = turn === 1 ? 'blank' : names;
    await story.signedIn(personId, async () => {
      const { credential } = (await story.asks(
        personId,
        'query ($id: ID!) { credential: votingCredential(electionId: $id) }',
        { id: electionId },
      )) as { credential: string };
      const { raw } = sealBallot(election, credential, [choice]);
      await story.does(personId, 'castBallot', { electionId, ballot: raw });
    });
  };
  // A few at a time: while one seals, the ballot of another is checked.
  for (let first = 0; first < voters.length; first += TOGETHER) {
    await Promise.all(
      voters.slice(first, first + TOGETHER).map((voter, place) => cast(voter, first + place)),
    );
    story.pass(1);
  }
}

const TOGETHER = 4;

interface Seal {
  readonly uuid: string;
  readonly electionFile: string;
  /** Ids of candidacies, in the ballot's order. */
  readonly candidates: readonly string[];
}

async function sealOf(story: Story, electionId: string): Promise<Seal> {
  const { election } = (await story.asks(
    null,
    'query ($id: ID!) { election(id: $id) { rounds { sealedUuid candidates { id } sealed { electionFile } } } }',
    { id: electionId },
  )) as {
    election: {
      rounds: readonly {
        sealedUuid: string;
        candidates: readonly { id: string }[];
        sealed: { electionFile: string };
      }[];
    };
  };
  const round = election.rounds.at(-1);
  if (round === undefined) throw new Error(`On ${story.today} ${electionId} has no round.`);
  return {
    uuid: round.sealedUuid,
    electionFile: round.sealed.electionFile,
    candidates: round.candidates.map(({ id }) => id),
  };
}

/** The first of these people whom the charter lets do something with a meeting or an election. */
export async function whoMay(
  story: Story,
  personIds: readonly string[],
  action: string,
  thing: { readonly meeting: string } | { readonly election: string },
): Promise<string> {
  const [[kind, id]] = Object.entries(thing) as [[string, string]];
  for (const personId of personIds) {
    const { found } = (await story.asks(
      personId,
      `query ($id: ID!) { found: ${kind}(id: $id) { permitted { action allowed } } }`,
      { id },
    )) as { found: { permitted: readonly { action: string; allowed: boolean }[] } };
    if (found.permitted.some((permitted) => permitted.action === action && permitted.allowed))
      return personId;
  }
  throw new Error(`On ${story.today} nobody may ${action}.`);
}

import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { OPEN_VOTING, ORDER_POLL } from '../elections/acts.js';
import { Drawing, LOT } from '../elections/lot.js';
import { OUTCOME, UnderFloor } from '../elections/round.js';
import { Action, answerFor, PERMITTED, WhenPermitted } from '../parts/action.js';
import { ActForm, TextInput } from '../parts/form.js';
import { useFresh } from '../parts/fresh.js';
import { instantIn, When } from '../parts/when.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';
import { Rare } from '../parts/rare.js';
import { SEALED_DESK, SealedDesk } from '../sealed/sealed-desk.js';
import { SCRUTINEERS, Scrutineers } from './scrutineers.js';

// One at a time: judging every act on an election is work, and the API counts it.
const ELECTION = graphql(
  `
    query ElectionDesk($id: ID!) {
      election(id: $id) {
        id
        office
        college
        state
        rounds {
          number
          ballots
          openedAt
          count {
            ...OutcomeOf
            explanation
          }
          ...LotOf
          ...SealedDesk
        }
        ...ScrutineersOf
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [LOT, OUTCOME, SCRUTINEERS, PERMITTED, SEALED_DESK],
);
type Election = NonNullable<ResultOf<typeof ELECTION>['election']>;

const CLOSE_VOTING = graphql(
  `
    mutation CloseVoting($input: CloseVotingInput!) {
      result: closeVoting(input: $input) {
        __typename
        ... on Election {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const COUNT = graphql(
  `
    mutation CountVotes($input: CountVotesInput!) {
      result: countVotes(input: $input) {
        __typename
        ... on Election {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const PROCLAIM = graphql(
  `
    mutation ProclaimResult($input: ProclaimResultInput!) {
      result: proclaimResult(input: $input) {
        __typename
        ... on Election {
          id
          proclamations {
            mandateId
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const FAIL = graphql(
  `
    mutation RecordFailure($input: RecordFailureInput!) {
      result: recordFailure(input: $input) {
        __typename
        ... on Election {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const CANCEL = graphql(
  `
    mutation CancelElection($input: CancelElectionInput!) {
      result: cancelElection(input: $input) {
        __typename
        ... on Election {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** One election of the meeting, from the order of its first round to its proclamation. */
export function ElectionDesk({ id }: { readonly id: string }) {
  const [answer, again] = useQuery({ query: ELECTION, variables: { id } });
  useFresh(id, again, LIVE.includes(answer.data?.election?.state ?? ''));
  return (
    <Loaded answer={answer} again={again}>
      {({ election }) => election !== null && <Desk election={election} />}
    </Loaded>
  );
}

const LIVE = ['DRAFT', 'NOMINATIONS', 'VOTING', 'CLOSED', 'COUNTED'];

function Desk({ election }: { readonly election: Election }) {
  const { t } = useTranslation();
  const { id, permitted } = election;
  const round = election.rounds.at(-1);
  const variables = { input: { electionId: id } };
  return (
    <Section
      level={3}
      title={t(`election.of.${election.office}`, { college: t(`college.${election.college}`) })}
    >
      <div className="row">
        <StateTag of="election" state={election.state} />
        {round !== undefined && (
          <span>
            {t('election.round', { number: round.number })}
            {t('colon')}
            {round.openedAt === null
              ? t('desk.election.notOpened')
              : t('election.ballots', { count: round.ballots })}
          </span>
        )}
        <To href={`/elections/${id}`}>{t('desk.open')}</To>
      </div>
      {round !== undefined &&
        round.count !== null &&
        (round.count.explanation === null ? (
          <UnderFloor count={round.count} />
        ) : (
          <Paragraph className="as-written">{round.count.explanation}</Paragraph>
        ))}
      {['NOMINATIONS', 'COUNTED'].includes(election.state) && <Scrutineers election={election} />}
      <Action
        permitted={permitted}
        action="orderPoll"
        document={ORDER_POLL}
        variables={variables}
        label={t('election.order')}
        done={t('election.orderDone')}
      />
      <Action
        permitted={permitted}
        action="openVoting"
        document={OPEN_VOTING}
        variables={variables}
        label={t('desk.election.openVoting')}
        done={t('desk.election.opened')}
      />
      <OpenUntil election={election} />
      {round !== undefined && <SealedDesk electionId={id} round={round} permitted={permitted} />}
      <Action
        permitted={permitted}
        action="closeVoting"
        document={CLOSE_VOTING}
        variables={variables}
        label={t('desk.election.closeVoting')}
        done={t('desk.election.closed')}
      />
      <Action
        permitted={permitted}
        action="countVotes"
        document={COUNT}
        variables={variables}
        label={t('desk.election.countVotes')}
        done={t('desk.election.counted')}
      />
      {round !== undefined && round.count?.outcome === 'TIED' && round.lot === null && (
        <Drawing electionId={id} round={round} permitted={permitted} />
      )}
      <Action
        permitted={permitted}
        action="proclaimResult"
        document={PROCLAIM}
        variables={variables}
        label={t('desk.election.proclaim')}
        done={t('desk.election.proclaimed')}
      />
      <Action
        permitted={permitted}
        action="recordFailure"
        document={FAIL}
        variables={variables}
        label={t('desk.election.fail')}
        done={t('desk.election.failed')}
        variant="secondary"
      />
      <WhenPermitted permitted={permitted} action="cancelElection" label={t('desk.election.cancel')}>
        <Rare label={t('desk.election.cancel')}>
          <ActForm
            document={CANCEL}
            variables={(typed) => ({ input: { electionId: id, reason: typed('reason') } })}
            submit={t('desk.election.cancel')}
            done={t('desk.election.cancelled')}
          >
            <TextInput name="reason" label={t('desk.meeting.reason')} required maxLength={500} />
          </ActForm>
        </Rare>
      </WhenPermitted>
    </Section>
  );
}

/**
 * A round that was ordered may also be opened until an instant said beforehand; where it must be, because the plenary is over,
 * that is all that the rule asks for.
 */
function OpenUntil({ election: { id, rounds, permitted } }: { readonly election: Election }) {
  const { t } = useTranslation();
  const { forum } = useHere();
  const answer = answerFor(permitted, 'openVoting');
  const waits = rounds.at(-1)?.openedAt === null;
  if (!waits || answer?.violations.every(({ rule }) => rule.id === 'POLL') !== true) return null;
  return (
    <Rare label={t('desk.election.openUntil')}>
      <ActForm
        document={OPEN_VOTING}
        variables={(typed) => ({ input: { electionId: id, closesAt: instantIn(typed, forum.timeZone) } })}
        submit={t('desk.election.openUntil')}
        done={t('desk.election.opened')}
      >
        <When label={t('desk.election.closesOn')} time="18:00" />
      </ActForm>
    </Rare>
  );
}

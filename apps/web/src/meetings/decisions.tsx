import { Details, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Action, PERMITTED, WhenPermitted } from '../parts/action.js';
import { useInstant } from '../parts/day-text.js';
import { ActForm, Choice } from '../parts/form.js';
import { useFresh } from '../parts/fresh.js';
import { StateTag } from '../parts/state-tag.js';
import { Rows } from '../parts/table.js';
import { To } from '../parts/to.js';
import type { AgendaShown } from './agenda.js';
import { ItemAhead } from './item-ahead.js';

export const DECISIONS = graphql(`
  fragment DecisionsOf on Meeting {
    decisions {
      id
      itemId
    }
    postponements {
      itemId
      reason
    }
  }
`);

// One at a time: judging every act on a decision is work, and the API counts it.
export const DECISION = graphql(
  `
    query Decision($id: ID!) {
      decision(id: $id) {
        id
        title
        state
        way
        named
        wording
        effect
        objections {
          words
          member {
            person {
              name
            }
          }
        }
        recusals {
          member {
            person {
              name
            }
          }
        }
        majority
        answers
        orderedAt
        orderedBy {
          name
        }
        openedAt
        openedBy {
          name
        }
        closedAt
        closedBy {
          name
        }
        result {
          adopted
          explanation
          colleges {
            college
            votesFor
            votesAgainst
            abstentions
            silent
            recused
          }
        }
        permitted {
          ...Permitted
        }
      }
    }
  `,
  [PERMITTED],
);
type Decision = NonNullable<ResultOf<typeof DECISION>['decision']>;

const VOTES = graphql(`
  query DecisionVotes($id: ID!) {
    decision(id: $id) {
      votes {
        choice
        capacity
        holder {
          name
        }
        member {
          id
          person {
            name
          }
        }
      }
    }
  }
`);

const OPEN = graphql(
  `
    mutation OpenDecisionVote($input: OpenDecisionVoteInput!) {
      result: openDecisionVote(input: $input) {
        __typename
        ... on Decision {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const CAST = graphql(
  `
    mutation CastDecisionVote($input: CastDecisionVoteInput!) {
      result: castDecisionVote(input: $input) {
        __typename
        ... on Decision {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const CLOSE = graphql(
  `
    mutation CloseDecisionVote($input: CloseDecisionVoteInput!) {
      result: closeDecisionVote(input: $input) {
        __typename
        ... on Decision {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** A seat whose vote the reader holds: her own, that of the member for whom she sits in, that of whoever gave her a proxy. */
export interface Seat {
  readonly id: string;
  readonly name: string;
}

/** Where an item of the agenda may still be decided, or an interest in it declared. */
const AHEAD = ['CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION'];

/** What is, was or may be decided. */
export function Decisions({
  meeting: { id, state, body, publishedAgenda, attendance, decisions, postponements },
  seats,
}: {
  readonly meeting: ResultOf<typeof DECISIONS> & {
    readonly id: string;
    readonly state: string;
    /** What another body than the plenary decides are recommendations. */
    readonly body: string;
    readonly publishedAgenda: AgendaShown | null;
    /** Until the session was held, null for whoever takes no part in it. */
    readonly attendance: readonly unknown[] | null;
  };
  /** None at the secretariat’s desk, where nobody votes. */
  readonly seats: readonly Seat[];
}) {
  const { t } = useTranslation();
  const { me } = useHere();
  const declares = me?.roles.includes('MEMBER') === true && attendance !== null;
  // What is to be heard or discussed is nobody’s to decide, but a member may have an interest in it (charter RECUSAL), and whoever
  // presides may leave it to the next session.
  const ahead =
    me !== null && AHEAD.includes(state)
      ? (publishedAgenda?.items ?? []).filter(
          ({ id: itemId, kind }) =>
            (kind === 'DECISION' || (kind !== 'ELECTION' && (declares || state === 'IN_SESSION'))) &&
            ![...decisions, ...postponements].some((one) => one.itemId === itemId),
        )
      : [];
  if (decisions.length === 0 && ahead.length === 0) return null;
  return (
    <Section title={t(body === 'PLENARY' ? 'decision.title' : 'groups.recommendations')}>
      {decisions.map((decision) => (
        <OneDecision key={decision.id} id={decision.id} meetingId={id} seats={seats} />
      ))}
      {ahead.map(({ id: itemId, kind }) => (
        <ItemAhead key={itemId} meetingId={id} itemId={itemId} decided={kind === 'DECISION'} />
      ))}
    </Section>
  );
}

const LIVE = ['ORDERED', 'VOTING'];

function OneDecision({
  id,
  meetingId,
  seats,
}: {
  readonly id: string;
  readonly meetingId: string;
  readonly seats: readonly Seat[];
}) {
  const [answer, again] = useQuery({ query: DECISION, variables: { id } });
  useFresh(meetingId, again, LIVE.includes(answer.data?.decision?.state ?? ''));
  return (
    <Loaded answer={answer} again={again}>
      {({ decision }) =>
        decision !== null && (
          <Section title={decision.title} level={3}>
            <Shown decision={decision} seats={seats} />
          </Section>
        )
      }
    </Loaded>
  );
}

/** Where a decision stands, what was decided and how, and what its reader may do. */
export function Shown({ decision, seats }: { readonly decision: Decision; readonly seats: readonly Seat[] }) {
  const { t } = useTranslation();
  const inWords = useInstant();
  const { id, state, way, named, wording, effect, objections, recusals, majority, result, permitted } =
    decision;
  const variables = { input: { decisionId: id } };
  const said = (
    key: 'agreed' | 'ordered' | 'opened' | 'closed',
    by: { name: string } | null,
    at: string | null,
  ) =>
    by === null || at === null ? null : <li>{t(`decision.${key}`, { name: by.name, at: inWords(at) })}</li>;
  return (
    <>
      <div className="row">
        <StateTag of="decision" state={state} />
        {named !== null && <To href={`/decisions/${id}`}>{named}</To>}
        {way === 'CONSENSUS' && <span>{t('decision.byConsensus')}</span>}
        {majority !== null && <span>{t(`decision.majority.${majority}`)}</span>}
      </div>
      {wording !== decision.title && <Paragraph className="prose">{wording}</Paragraph>}
      {effect !== null && (
        <Paragraph>
          <strong>{effect}</strong>
        </Paragraph>
      )}
      {objections.length > 0 && (
        <>
          <Paragraph>{t('decision.objections')}</Paragraph>
          <ul className="items">
            {objections.map(({ member, words }, place) => (
              <li key={place} className="prose">
                {member === null ? t('decision.noName') : member.person.name}
                {t('colon')}
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
      {recusals.length > 0 && (
        <Paragraph>
          {t('decision.recused', { names: recusals.map(({ member }) => member.person.name).join(', ') })}
        </Paragraph>
      )}
      <ul className="items">
        {way === 'CONSENSUS' ? (
          said('agreed', decision.orderedBy, decision.orderedAt)
        ) : (
          <>
            {said('ordered', decision.orderedBy, decision.orderedAt)}
            {said('opened', decision.openedBy, decision.openedAt)}
            {said('closed', decision.closedBy, decision.closedAt)}
          </>
        )}
      </ul>
      {state === 'VOTING' && (
        <Paragraph role="status">{t('decision.answers', { count: decision.answers })}</Paragraph>
      )}
      {result !== null && (
        <>
          <Paragraph>
            <strong>{result.explanation}</strong>
          </Paragraph>
          <Rows
            caption={t('decision.resultCaption')}
            rows={result.colleges}
            keyOf={({ college }) => college}
            columns={[
              { heading: t('members.college'), cell: ({ college }) => t(`college.${college}`) },
              { heading: t('decision.choice.FOR'), cell: ({ votesFor }) => votesFor },
              { heading: t('decision.choice.AGAINST'), cell: ({ votesAgainst }) => votesAgainst },
              { heading: t('decision.choice.ABSTAIN'), cell: ({ abstentions }) => abstentions },
              { heading: t('decision.silent'), cell: ({ silent }) => silent },
              { heading: t('decision.recusedSeats'), cell: ({ recused }) => recused },
            ]}
          />
          <VotesByName id={id} />
        </>
      )}
      <Action
        permitted={permitted}
        action="openDecisionVote"
        document={OPEN}
        variables={variables}
        label={t('decision.open')}
        done={t('decision.openDone')}
      />
      {seats.length > 0 && (
        <WhenPermitted permitted={permitted} action="castDecisionVote" label={t('decision.cast')}>
          <Paragraph>{t('decision.byName')}</Paragraph>
          {seats.map((seat, place) => (
            <Answer key={seat.id} decisionId={id} seat={seat} own={seats.length === 1 && place === 0} />
          ))}
        </WhenPermitted>
      )}
      <Action
        permitted={permitted}
        action="closeDecisionVote"
        document={CLOSE}
        variables={variables}
        label={t('decision.close')}
        done={t('decision.closeDone')}
      />
    </>
  );
}

const CHOICES = ['FOR', 'AGAINST', 'ABSTAIN'] as const;

function Answer({
  decisionId,
  seat,
  own,
}: {
  readonly decisionId: string;
  readonly seat: Seat;
  readonly own: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ActForm
      document={CAST}
      variables={(typed) => ({
        input: {
          decisionId,
          memberId: seat.id,
          choice: CHOICES.find((one) => one === typed('choice')) ?? 'ABSTAIN',
        },
      })}
      submit={own ? t('decision.cast') : t('decision.castFor', { name: seat.name })}
      done={t('decision.castDone')}
    >
      <Choice
        name="choice"
        legend={t('decision.answerOf', { name: seat.name })}
        options={CHOICES.map((choice) => ({ value: choice, label: t(`decision.choice.${choice}`) }))}
      />
    </ActForm>
  );
}

function VotesByName({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [answer, again] = useQuery({ query: VOTES, variables: { id }, pause: !open });
  return (
    <Details open={open} onToggle={() => setOpen(!open)}>
      <Details.Summary>{t('election.votesByName')}</Details.Summary>
      <Details.Content>
        <Loaded answer={answer} again={again}>
          {({ decision }) => (
            <Rows
              caption={t('decision.votesCaption')}
              rows={decision?.votes ?? []}
              keyOf={({ member }) => member.id}
              columns={[
                { heading: t('election.seat'), cell: ({ member }) => member.person.name },
                {
                  heading: t('election.holder'),
                  cell: ({ holder, capacity }) =>
                    capacity === 'MEMBER'
                      ? holder.name
                      : `${holder.name}, ${t(`decision.capacity.${capacity}`)}`,
                },
                {
                  heading: t('election.choice'),
                  cell: ({ choice }) =>
                    choice === null ? t('decision.none') : t(`decision.choice.${choice}`),
                },
              ]}
            />
          )}
        </Loaded>
      </Details.Content>
    </Details>
  );
}

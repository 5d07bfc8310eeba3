import { Alert, Details, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useEnd, useInstant } from '../parts/day-text.js';
import { ByRule } from '../parts/rule-refusal.js';
import { Rows } from '../parts/table.js';
import { LOT, LotShown } from './lot.js';
import { SEALED_ROUND, SealedRound } from '../sealed/sealed-round.js';

/** What a round decided, without a figure. */
export const OUTCOME = graphql(`
  fragment OutcomeOf on RoundCount {
    outcome
    outcomeFor {
      member {
        person {
          name
        }
      }
    }
    elected {
      member {
        person {
          name
        }
      }
    }
  }
`);

export const ROUND = graphql(
  `
    fragment RoundShown on ElectionRound {
      number
      ...LotOf
      ...SealedRound
      kind
      ballots
      orderedAt
      orderedBy {
        name
      }
      openedAt
      openedBy {
        name
      }
      closesAt
      closedAt
      closedBy {
        name
      }
      count {
        ...OutcomeOf
        underFloor
        blanks
        explanation
        votes {
          votes
          candidacy {
            id
            member {
              person {
                name
              }
            }
          }
        }
      }
    }
  `,
  [LOT, OUTCOME, SEALED_ROUND],
);
type Round = ResultOf<typeof ROUND>;

// Asked for when somebody wants to read them: a vote a seat, in every round.
const VOTES = graphql(`
  query VotesByName($id: ID!) {
    election(id: $id) {
      rounds {
        number
        votes {
          voted
          holder {
            name
          }
          choices {
            member {
              person {
                name
              }
            }
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
  }
`);
type Votes = NonNullable<NonNullable<ResultOf<typeof VOTES>['election']>['rounds'][number]['votes']>;

/** One poll: who opened and closed it, its count in figures and in words, and, once closed, every vote by name. */
export function RoundShown({ electionId, round }: { readonly electionId: string; readonly round: Round }) {
  const { t } = useTranslation();
  const inWords = useInstant();
  const until = useEnd();
  const said = (key: 'ordered' | 'opened' | 'closed', by: { name: string } | null, at: string | null) =>
    by === null || at === null ? null : <li>{t(`election.${key}`, { name: by.name, at: inWords(at) })}</li>;
  return (
    <Section
      title={`${t('election.round', { number: round.number })}, ${t(`election.kind.${round.kind}`)}`}
      level={3}
    >
      <ul className="items">
        {said('ordered', round.orderedBy, round.orderedAt)}
        {said('opened', round.openedBy, round.openedAt)}
        {round.closesAt !== null && round.closedAt === null && (
          <li>{t('election.closesAt', { at: until(round.closesAt) })}</li>
        )}
        {said('closed', round.closedBy, round.closedAt)}
      </ul>
      {round.openedAt !== null && <Paragraph>{t('election.ballots', { count: round.ballots })}</Paragraph>}
      {round.count !== null && <Count number={round.number} count={round.count} />}
      <LotShown round={round} />
      <SealedRound electionId={electionId} round={round} />
      {round.closedAt !== null && round.sealed === null && (
        <VotesByName electionId={electionId} number={round.number} />
      )}
    </Section>
  );
}

function Count({ number, count }: { readonly number: number; readonly count: NonNullable<Round['count']> }) {
  const { t } = useTranslation();
  if (count.votes === null) return <UnderFloor count={count} />;
  const rows = [
    ...count.votes.map(({ votes, candidacy }) => ({
      id: candidacy.id,
      name: candidacy.member.person.name,
      votes,
    })),
    { id: 'blank', name: t('election.blank'), votes: count.blanks },
  ];
  return (
    <>
      {count.underFloor && (
        <Alert data-color="warning">
          {t('election.floorIsYours')} <ByRule id="SECRECY-FLOOR" />
        </Alert>
      )}
      <Paragraph className="as-written">{count.explanation}</Paragraph>
      <Rows
        caption={t('election.countCaption', { number })}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { heading: t('election.candidate'), cell: ({ name }) => name },
          { heading: t('election.votes'), cell: ({ votes }) => votes },
        ]}
      />
    </>
  );
}

/** What everybody reads of a count whose figures would disclose votes: names alone. */
export function UnderFloor({
  count: { outcome, outcomeFor, elected },
}: {
  readonly count: ResultOf<typeof OUTCOME>;
}) {
  const { t } = useTranslation();
  const names = (among: typeof elected) => among.map(({ member }) => member.person.name).join(', ');
  return (
    <>
      {elected.length > 0 && (
        <Paragraph>{t('election.floorOutcome.ELECTED', { names: names(elected) })}</Paragraph>
      )}
      {outcome !== 'ELECTED' && (
        <Paragraph>{t(`election.floorOutcome.${outcome}`, { names: names(outcomeFor) })}</Paragraph>
      )}
      <Paragraph>
        {t('election.underFloor')} <ByRule id="SECRECY-FLOOR" />
      </Paragraph>
    </>
  );
}

function VotesByName({ electionId, number }: { readonly electionId: string; readonly number: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [answer, again] = useQuery({ query: VOTES, variables: { id: electionId }, pause: !open });
  return (
    <Details open={open} onToggle={() => setOpen(!open)}>
      <Details.Summary>{t('election.votesByName')}</Details.Summary>
      <Details.Content>
        <Loaded answer={answer} again={again}>
          {({ election }) => (
            <VotesShown
              number={number}
              votes={election?.rounds.find((round) => round.number === number)?.votes ?? []}
            />
          )}
        </Loaded>
      </Details.Content>
    </Details>
  );
}

function VotesShown({ number, votes }: { readonly number: number; readonly votes: Votes }) {
  const { t } = useTranslation();
  return (
    <Rows
      caption={t('election.votesCaption', { number })}
      rows={votes}
      keyOf={({ member }) => member.id}
      columns={[
        { heading: t('election.seat'), cell: ({ member }) => member.person.name },
        { heading: t('election.holder'), cell: ({ holder }) => holder.name },
        {
          heading: t('election.choice'),
          cell: ({ voted, choices }) =>
            !voted
              ? t('election.didNotVote')
              : choices.length === 0
                ? t('election.blankVote')
                : choices.map(({ member }) => member.person.name).join(', '),
        },
      ]}
    />
  );
}

import { Details, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useInstant } from '../parts/day-text.js';
import { Rows } from '../parts/table.js';

export const ROUND = graphql(`
  fragment RoundShown on ElectionRound {
    number
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
    votes {
      voted
      holder {
        name
      }
      choices {
        id
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
    count {
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
`);
type Round = ResultOf<typeof ROUND>;

/** One poll: who opened and closed it, its count in figures and in words, and, once closed, every vote by name. */
export function RoundShown({ round }: { readonly round: Round }) {
  const { t } = useTranslation();
  const inWords = useInstant();
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
          <li>{t('election.closesAt', { at: inWords(round.closesAt) })}</li>
        )}
        {said('closed', round.closedBy, round.closedAt)}
      </ul>
      {round.openedAt !== null && <Paragraph>{t('election.ballots', { count: round.ballots })}</Paragraph>}
      {round.count !== null && <Count number={round.number} count={round.count} />}
      {round.votes !== null && <VotesByName number={round.number} votes={round.votes} />}
    </Section>
  );
}

function Count({ number, count }: { readonly number: number; readonly count: NonNullable<Round['count']> }) {
  const { t } = useTranslation();
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

function VotesByName({
  number,
  votes,
}: {
  readonly number: number;
  readonly votes: NonNullable<Round['votes']>;
}) {
  const { t } = useTranslation();
  return (
    <Details>
      <Details.Summary>{t('election.votesByName')}</Details.Summary>
      <Details.Content>
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
      </Details.Content>
    </Details>
  );
}

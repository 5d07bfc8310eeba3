import { Details, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Fact, Facts } from '../parts/facts.js';
import { Rows } from '../parts/table.js';
import { To } from '../parts/to.js';
import { BoxCheck } from './box-check.js';
import { Code } from './code.js';
import { Memory } from './memory.js';

export const SEALED_ROUND = graphql(`
  fragment SealedRound on ElectionRound {
    number
    closedAt
    sealedUuid
    count {
      countedAt
    }
    sealed {
      fingerprint
      credentialsIssuedApart
      openedBy
      checkable
      openingUrl
      archiveUrl
      sideFileUrl
      boothHash
    }
  }
`);
type Round = ResultOf<typeof SEALED_ROUND>;
type Poll = NonNullable<Round['sealed']>;

// Asked for when somebody wants to read them: as many as there are voters.
const BALLOTS = graphql(`
  query SealedBallots($id: ID!) {
    election(id: $id) {
      rounds {
        number
        sealed {
          trackers
          replacedTrackers
          voted {
            id
            person {
              name
            }
            organisation {
              name
            }
          }
        }
      }
    }
  }
`);
type Ballots = NonNullable<NonNullable<ResultOf<typeof BALLOTS>['election']>['rounds'][number]['sealed']>;

/** A round by secret vote: where its box stands, what anybody may read of it and verify. */
export function SealedRound({ electionId, round }: { readonly electionId: string; readonly round: Round }) {
  const { t } = useTranslation();
  const { sealed, number, closedAt, count, sealedUuid } = round;
  if (sealed === null) return null;
  const state =
    count !== null
      ? t('sealed.round.counted')
      : closedAt === null
        ? t('sealed.round.open')
        : t('sealed.round.closed', { count: sealed.openedBy.length });
  return (
    <Section title={t('sealed.round.title')} level={4}>
      <Paragraph>
        {t('sealed.round.sealed')} {state}
      </Paragraph>
      <Facts>
        <Fact name={t('sealed.booth.fingerprint')}>
          <Code>{sealed.fingerprint}</Code>
        </Fact>
        <Fact name={t('sealed.booth.boothHash')}>
          <Code>{sealed.boothHash}</Code>
        </Fact>
        <Fact name={t('sealed.round.credentials')}>
          {t(sealed.credentialsIssuedApart ? 'sealed.round.issuedApart' : 'sealed.round.issuedHere')}
        </Fact>
      </Facts>
      {sealed.openingUrl !== null && (
        <Paragraph>
          <Link href={sealed.openingUrl} download>
            {t('sealed.round.opening', { name: `${sealedUuid}.opening.bel` })}
          </Link>
        </Paragraph>
      )}
      {sealed.checkable && <BoxCheck electionId={electionId} />}
      <Published electionId={electionId} number={number} uuid={sealedUuid} poll={sealed} />
      {closedAt !== null && <BallotsListed electionId={electionId} number={number} />}
    </Section>
  );
}

function Published({
  electionId,
  number,
  uuid,
  poll: { archiveUrl, sideFileUrl },
}: {
  readonly electionId: string;
  readonly number: number;
  readonly uuid: string;
  readonly poll: Poll;
}) {
  const { t } = useTranslation();
  if (archiveUrl === null) return null;
  return (
    <ul className="items">
      <li>
        <Link href={archiveUrl} download>
          {t('sealed.round.archive', { name: `${uuid}.bel` })}
        </Link>
      </li>
      {sideFileUrl !== null && (
        <li>
          <Link href={sideFileUrl} download>
            {t('sealed.round.sideFile', { name: `${uuid}.bound.json` })}
          </Link>
        </li>
      )}
      <li>
        <To href={`/verify?election=${electionId}&round=${number}`}>{t('sealed.round.verify')}</To>
      </li>
    </ul>
  );
}

function BallotsListed({ electionId, number }: { readonly electionId: string; readonly number: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [answer, again] = useQuery({ query: BALLOTS, variables: { id: electionId }, pause: !open });
  return (
    <Details open={open} onToggle={() => setOpen(!open)}>
      <Details.Summary>{t('sealed.round.trackers')}</Details.Summary>
      <Details.Content>
        <Loaded answer={answer} again={again}>
          {({ election }) => {
            const sealed = election?.rounds.find((round) => round.number === number)?.sealed ?? null;
            return sealed !== null && <Listed electionId={electionId} number={number} ballots={sealed} />;
          }}
        </Loaded>
      </Details.Content>
    </Details>
  );
}

function Listed({
  electionId,
  number,
  ballots: { trackers, replacedTrackers, voted },
}: {
  readonly electionId: string;
  readonly number: number;
  readonly ballots: Ballots;
}) {
  const { t } = useTranslation();
  const replaced = replacedTrackers ?? [];
  return (
    <div className="stack">
      <Trackers electionId={electionId} trackers={trackers ?? []} />
      <Section title={t('sealed.round.replaced')} level={4}>
        <Paragraph>
          {t(replaced.length === 0 ? 'sealed.round.noneReplaced' : 'sealed.round.replacedText')}
        </Paragraph>
        <Trackers electionId={electionId} trackers={replaced} />
      </Section>
      {voted !== null && (
        <Section title={t('sealed.round.voted')} level={4}>
          <Rows
            caption={t('sealed.round.votedCaption', { number })}
            rows={voted}
            keyOf={({ id }) => id}
            columns={[
              {
                heading: t('sealed.round.member'),
                cell: ({ id, person }) => <To href={`/members/${id}`}>{person.name}</To>,
              },
              { heading: t('sealed.round.organisation'), cell: ({ organisation }) => organisation.name },
            ]}
          />
        </Section>
      )}
    </div>
  );
}

function Trackers({
  electionId,
  trackers,
}: {
  readonly electionId: string;
  readonly trackers: readonly string[];
}) {
  const { t } = useTranslation();
  const { me } = useHere();
  const mine = me === null ? [] : Memory.ofThisDevice().ballotsOf(me.person.id, electionId);
  if (trackers.length === 0) return null;
  return (
    <ul className="items">
      {trackers.map((tracker) => (
        <li key={tracker}>
          <Code>{tracker}</Code>
          {mine.some((ballot) => ballot.tracker === tracker) && ` (${t('sealed.round.yours')})`}
        </li>
      ))}
    </ul>
  );
}

import { Paragraph } from '@digdir/designsystemet-react';
import type { Day } from '@hemicycle/kernel';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Act, answerFor, type Permitted, WhenPermitted } from '../parts/action.js';
import { useInstant } from '../parts/day-text.js';
import { ActForm, Pick } from '../parts/form.js';

export const PROXIES = graphql(`
  fragment ProxiesOf on Meeting {
    proxies {
      id
      givenAt
      endedAt
      ending
      giver {
        id
        person {
          id
          name
        }
      }
      holder {
        id
        person {
          id
          name
        }
      }
    }
  }
`);
export type Proxy = NonNullable<ResultOf<typeof PROXIES>['proxies']>[number];

export const MEMBERS = graphql(`
  query MembersOfTheDay($on: Day!) {
    members(first: 100, on: $on) {
      nodes {
        id
        college
        person {
          id
          name
        }
      }
    }
  }
`);
type Member = ResultOf<typeof MEMBERS>['members']['nodes'][number];

const GIVE = graphql(
  `
    mutation GiveProxy($input: GiveProxyInput!) {
      result: giveProxy(input: $input) {
        __typename
        ... on Meeting {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const WITHDRAW = graphql(
  `
    mutation WithdrawProxy($input: WithdrawProxyInput!) {
      result: withdrawProxy(input: $input) {
        __typename
        ... on Meeting {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/**
 * Whose vote is lent to whom for one meeting. A member gives and withdraws her own; at its desk the secretariat records those
 * that it got in writing.
 */
export function Proxies({
  meeting: { id, on, proxies, permitted },
  atTheDesk = false,
}: {
  readonly meeting: {
    readonly id: string;
    readonly on: Day;
    readonly proxies: readonly Proxy[] | null;
    readonly permitted: readonly Permitted[];
  };
  readonly atTheDesk?: boolean;
}) {
  const { t } = useTranslation();
  const { me } = useHere();
  const inWords = useInstant();
  if (proxies === null || me === null) return null;
  const mayGive = answerFor(permitted, 'giveProxy') !== null && (atTheDesk || me.roles.includes('MEMBER'));
  if (proxies.length === 0 && !mayGive) return null;
  const gave = proxies.some(({ endedAt, giver }) => endedAt === null && giver.person.id === me.person.id);
  return (
    <Section title={t('proxy.title')}>
      <Paragraph>{t('proxy.meaning')}</Paragraph>
      {proxies.length > 0 && (
        <ul className="items">
          {proxies.map(({ id: proxyId, giver, holder, givenAt, endedAt, ending }) => (
            <li key={proxyId} className="stack">
              <span>
                {t('proxy.given', {
                  giver: giver.person.name,
                  holder: holder.person.name,
                  at: inWords(givenAt),
                })}
                {endedAt !== null &&
                  ending !== null &&
                  ` ${t(`proxy.ended.${ending}`, { at: inWords(endedAt) })}`}
              </span>
              {endedAt === null &&
                (atTheDesk || giver.person.id === me.person.id) &&
                answerFor(permitted, 'giveProxy') !== null && (
                  <Act
                    document={WITHDRAW}
                    variables={{ input: { meetingId: id, memberId: giver.id } }}
                    label={
                      atTheDesk ? t('proxy.withdrawOf', { name: giver.person.name }) : t('proxy.withdraw')
                    }
                    done={t('proxy.withdrawn')}
                    variant="secondary"
                  />
                )}
            </li>
          ))}
        </ul>
      )}
      {mayGive && atTheDesk && <Giving meetingId={id} on={on} giver={null} />}
      {mayGive && !atTheDesk && !gave && (
        <WhenPermitted permitted={permitted} action="giveProxy" label={t('proxy.give')}>
          <Giving meetingId={id} on={on} giver={me.person.id} />
        </WhenPermitted>
      )}
    </Section>
  );
}

const options = (members: readonly Member[]) =>
  members.map(({ id, person }) => ({ value: id, label: person.name }));

/** @param giver the person whose vote is lent; null: chosen here. */
function Giving({
  meetingId,
  on,
  giver,
}: {
  readonly meetingId: string;
  readonly on: Day;
  readonly giver: string | null;
}) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: MEMBERS, variables: { on } });
  return (
    <Loaded answer={answer} again={again}>
      {({ members: { nodes } }) => {
        const own = nodes.find(({ person }) => person.id === giver);
        if (giver !== null && own === undefined) return null;
        const holders = nodes.filter(({ id, college }) =>
          own === undefined ? true : id !== own.id && college === own.college,
        );
        return (
          <ActForm
            document={GIVE}
            variables={(typed) => ({
              input: { meetingId, memberId: own?.id ?? typed('memberId'), holderId: typed('holderId') },
            })}
            submit={t(own === undefined ? 'proxy.record' : 'proxy.give')}
            done={t('proxy.done')}
          >
            {own === undefined && <Pick name="memberId" label={t('proxy.giver')} options={options(nodes)} />}
            <Pick name="holderId" label={t('proxy.holder')} options={options(holders)} />
          </ActForm>
        );
      }}
    </Loaded>
  );
}

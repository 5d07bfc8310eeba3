import { Paragraph } from '@digdir/designsystemet-react';
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

/** Who makes up a meeting, as of its day. */
export const MEMBERS = graphql(`
  query MembersOfMeeting($id: ID!) {
    meeting(id: $id) {
      id
      members {
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
type Member = NonNullable<ResultOf<typeof MEMBERS>['meeting']>['members'][number];

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
 * Whose vote is lent to whom for one meeting, for those who take part in it. A member gives and withdraws her own; at its desk the
 * secretariat records those that it got in writing.
 */
export function Proxies({
  meeting: { id, proxies, permitted },
  atTheDesk = false,
}: {
  readonly meeting: {
    readonly id: string;
    readonly proxies: readonly Proxy[] | null;
    readonly permitted: readonly Permitted[];
  };
  readonly atTheDesk?: boolean;
}) {
  const { t } = useTranslation();
  const { me } = useHere();
  const inWords = useInstant();
  if (proxies === null || me === null) return null;
  const records = atTheDesk && me.roles.includes('SECRETARIAT');
  const mayGive = answerFor(permitted, 'giveProxy') !== null && (records || me.roles.includes('MEMBER'));
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
                (records || giver.person.id === me.person.id) &&
                answerFor(permitted, 'giveProxy') !== null && (
                  <Act
                    document={WITHDRAW}
                    variables={{ input: { meetingId: id, memberId: giver.id } }}
                    label={records ? t('proxy.withdrawOf', { name: giver.person.name }) : t('proxy.withdraw')}
                    done={t('proxy.withdrawn')}
                    variant="secondary"
                  />
                )}
            </li>
          ))}
        </ul>
      )}
      {mayGive && records && <Giving meetingId={id} giver={null} />}
      {mayGive && !records && !gave && (
        <WhenPermitted permitted={permitted} action="giveProxy" label={t('proxy.give')}>
          <Giving meetingId={id} giver={me.person.id} />
        </WhenPermitted>
      )}
    </Section>
  );
}

const options = (members: readonly Member[]) =>
  members.map(({ id, person }) => ({ value: id, label: person.name }));

/** @param giver the person whose vote is lent; null: chosen here. */
function Giving({ meetingId, giver }: { readonly meetingId: string; readonly giver: string | null }) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: MEMBERS, variables: { id: meetingId } });
  return (
    <Loaded answer={answer} again={again}>
      {({ meeting }) => {
        const members = meeting?.members ?? [];
        const own = members.find(({ person }) => person.id === giver);
        if (giver !== null && own === undefined) return null;
        const holders = members.filter(({ id, college }) =>
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
            {own === undefined && (
              <Pick name="memberId" label={t('proxy.giver')} options={options(members)} />
            )}
            <Pick name="holderId" label={t('proxy.holder')} options={options(holders)} />
          </ActForm>
        );
      }}
    </Loaded>
  );
}

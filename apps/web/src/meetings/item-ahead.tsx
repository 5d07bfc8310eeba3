import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { Section } from '../frame/page.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Action, answerFor, isAllowed, isMine, PERMITTED, WhenPermitted } from '../parts/action.js';
import { ActForm, Pick, TextInput } from '../parts/form.js';
import { useFresh } from '../parts/fresh.js';
import { Rare } from '../parts/rare.js';
import { MEMBERS } from './proxies.js';

// One at a time: judging every act on an item is work, and the API counts it.
const ITEM = graphql(
  `
    query ItemUnderDiscussion($id: ID!, $itemId: ID!) {
      meeting(id: $id) {
        id
        item(id: $itemId) {
          item {
            id
            title
          }
          recusals {
            member {
              id
              person {
                id
                name
              }
            }
          }
          permitted {
            ...Permitted
          }
        }
      }
    }
  `,
  [PERMITTED],
);
type Item = NonNullable<NonNullable<ResultOf<typeof ITEM>['meeting']>['item']>;

const PUT_TO_VOTE = graphql(
  `
    mutation PutToVote($input: PutToVoteInput!) {
      result: putToVote(input: $input) {
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
const CONSENSUS = graphql(
  `
    mutation RecordConsensus($input: RecordConsensusInput!) {
      result: recordConsensus(input: $input) {
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
const POSTPONE = graphql(
  `
    mutation PostponeItem($input: PostponeItemInput!) {
      result: postponeItem(input: $input) {
        __typename
        ... on Meeting {
          id
          postponements {
            itemId
            reason
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const DENY = graphql(
  `
    mutation DenyInterest($input: DenyInterestInput!) {
      result: denyInterest(input: $input) {
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
const DECLARE = graphql(
  `
    mutation DeclareInterest($input: DeclareInterestInput!) {
      result: declareInterest(input: $input) {
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

interface Place {
  readonly meetingId: string;
  readonly itemId: string;
  /** Whether it is to be decided upon. */
  readonly decided: boolean;
}

/** An item still ahead: who takes no part in it, and what its reader may do. */
export function ItemAhead(place: Place) {
  const [answer, again] = useQuery({
    query: ITEM,
    variables: { id: place.meetingId, itemId: place.itemId },
  });
  useFresh(place.meetingId, again, true);
  return (
    <Loaded answer={answer} again={again}>
      {({ meeting }) => meeting?.item && <Shown item={meeting.item} place={place} />}
    </Loaded>
  );
}

function Shown({
  item: { item, recusals, permitted },
  place,
}: {
  readonly item: Item;
  readonly place: Place;
}) {
  const { t } = useTranslation();
  const { me } = useHere();
  const { meetingId, itemId, decided } = place;
  const presides = isMine(permitted, 'postponeItem');
  const mayDeclare =
    presides || (me?.roles.includes('MEMBER') === true && answerFor(permitted, 'declareInterest') !== null);
  if (!presides && !mayDeclare && recusals.length === 0) return null;
  const declaring = (
    <Rare label={t('decision.declareIn', { title: item.title })}>
      <Declaring place={place} presides={presides} recused={recusals.map(({ member }) => member.id)} />
    </Rare>
  );
  const wording = (required: boolean) => (
    <>
      <TextInput
        name="wordingFr"
        label={t('decision.wordingFr')}
        description={required ? undefined : t('decision.wordingHint')}
        lines={3}
        required={required}
        maxLength={4000}
        lang="fr"
      />
      <TextInput name="wordingEn" label={t('decision.wordingEn')} lines={3} maxLength={4000} lang="en" />
    </>
  );
  return (
    <Section title={item.title} level={3}>
      {recusals.length > 0 && (
        <Paragraph>
          {t('decision.recused', { names: recusals.map(({ member }) => member.person.name).join(', ') })}
        </Paragraph>
      )}
      {isAllowed(permitted, 'denyInterest') && (
        <>
          <Paragraph>{t('decision.recordedForYou')}</Paragraph>
          <Action
            permitted={permitted}
            action="denyInterest"
            document={DENY}
            variables={{ input: { meetingId, itemId } }}
            label={t('decision.deny')}
            done={t('decision.denyDone')}
          />
        </>
      )}
      {presides && decided && (
        <>
          <WhenPermitted permitted={permitted} action="recordConsensus" label={t('decision.agree')}>
            <Rare label={t('decision.agreeOn', { title: item.title })}>
              <Consensus place={place}>{wording(true)}</Consensus>
            </Rare>
          </WhenPermitted>
          <WhenPermitted
            permitted={permitted}
            action="putToVote"
            label={t('decision.put', { title: item.title })}
          >
            <ActForm
              document={PUT_TO_VOTE}
              variables={(typed) => ({
                input: {
                  meetingId,
                  itemId,
                  wordingFr: typed('wordingFr') || null,
                  wordingEn: typed('wordingEn') || null,
                },
              })}
              submit={t('decision.put', { title: item.title })}
              done={t('decision.putDone')}
            >
              {wording(false)}
            </ActForm>
          </WhenPermitted>
        </>
      )}
      {presides && (
        <WhenPermitted
          permitted={permitted}
          action="postponeItem"
          label={t('decision.postpone', { title: item.title })}
        >
          <Rare label={t('decision.postpone', { title: item.title })}>
            <ActForm
              document={POSTPONE}
              variables={(typed) => ({ input: { meetingId, itemId, reason: typed('reason') || null } })}
              submit={t('decision.postponeIt')}
              done={t('decision.postponeDone')}
            >
              <TextInput name="reason" label={t('decision.postponeReason')} maxLength={300} />
            </ActForm>
          </Rare>
        </WhenPermitted>
      )}
      {mayDeclare &&
        (presides ? (
          declaring
        ) : (
          <WhenPermitted
            permitted={permitted}
            action="declareInterest"
            label={t('decision.declareIn', { title: item.title })}
          >
            {declaring}
          </WhenPermitted>
        ))}
    </Section>
  );
}

const NOBODY = 'NOBODY';

function Consensus({ place, children }: { readonly place: Place; readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  const [objections, setObjections] = useState(0);
  const [answer, again] = useQuery({ query: MEMBERS, variables: { id: place.meetingId } });
  const places = Array.from({ length: objections }, (_, index) => index + 1);
  return (
    <Loaded answer={answer} again={again}>
      {({ meeting }) => (
        <ActForm
          document={CONSENSUS}
          variables={(typed) => ({
            input: {
              meetingId: place.meetingId,
              itemId: place.itemId,
              wordingFr: typed('wordingFr'),
              wordingEn: typed('wordingEn') || null,
              objections: places.map((number) => ({
                memberId: typed(`member-${number}`) === NOBODY ? null : typed(`member-${number}`),
                words: typed(`words-${number}`),
              })),
            },
          })}
          submit={t('decision.agree')}
          done={t('decision.agreeDone')}
        >
          {children}
          {places.map((number) => (
            <div key={number} className="stack">
              <Pick
                name={`member-${number}`}
                label={t('decision.objector', { number })}
                defaultValue={NOBODY}
                options={[
                  { value: NOBODY, label: t('decision.noName') },
                  ...(meeting?.members ?? []).map(({ id, person }) => ({ value: id, label: person.name })),
                ]}
              />
              <TextInput
                name={`words-${number}`}
                label={t('decision.objection', { number })}
                lines={3}
                required
                maxLength={4000}
              />
            </div>
          ))}
          <div className="row">
            <Button type="button" variant="secondary" onClick={() => setObjections(objections + 1)}>
              {t('decision.addObjection')}
            </Button>
            {objections > 0 && (
              <Button type="button" variant="tertiary" onClick={() => setObjections(objections - 1)}>
                {t('decision.dropObjection')}
              </Button>
            )}
          </div>
        </ActForm>
      )}
    </Loaded>
  );
}

function Declaring({
  place: { meetingId, itemId },
  presides,
  recused,
}: {
  readonly place: Place;
  readonly presides: boolean;
  readonly recused: readonly string[];
}) {
  const { t } = useTranslation();
  const { me } = useHere();
  const [answer, again] = useQuery({ query: MEMBERS, variables: { id: meetingId } });
  return (
    <Loaded answer={answer} again={again}>
      {({ meeting }) => {
        const mayBe = (meeting?.members ?? []).filter(
          ({ id, person }) => !recused.includes(id) && (presides || person.id === me?.person.id),
        );
        return (
          <>
            <Paragraph>{t('decision.interestMeaning')}</Paragraph>
            <ActForm
              document={DECLARE}
              variables={(typed) => ({ input: { meetingId, itemId, memberId: typed('memberId') } })}
              submit={t('decision.declare')}
              done={t('decision.declareDone')}
            >
              <Pick
                name="memberId"
                label={t('decision.interested')}
                defaultValue={mayBe.length === 1 ? mayBe[0]?.id : ''}
                options={mayBe.map(({ id, person }) => ({ value: id, label: person.name }))}
              />
            </ActForm>
          </>
        );
      }}
    </Loaded>
  );
}

import { Alert, Button, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { asItem, type Item, ItemEditor } from '../desk/agenda-editor.js';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { useTell } from '../frame/notice.js';
import { Section } from '../frame/page.js';
import { REFUSAL, useAct } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Action, answerFor, isAllowed, PERMITTED, WhenPermitted } from '../parts/action.js';
import { DayText } from '../parts/day-text.js';
import { ActForm, TextInput } from '../parts/form.js';
import { useListUnderWork } from '../parts/list-under-work.js';
import { More } from '../parts/more.js';
import { Pages } from '../parts/pages.js';
import { Rare } from '../parts/rare.js';
import { Hindered } from '../parts/rule-refusal.js';
import { To } from '../parts/to.js';
import { instantIn, When } from '../parts/when.js';

const REQUEST = graphql(
  `
    fragment RequestShown on PlenaryRequest {
      id
      state
      reason
      requiredOn
      dueOn
      madeBy {
        person {
          id
          name
        }
      }
      items {
        position
        title
      }
      requirement {
        explanation
      }
      meeting {
        id
        number
        state
      }
      permitted {
        ...Permitted
      }
    }
  `,
  [PERMITTED],
);
type Request = ResultOf<typeof REQUEST>;

// A few at a time: what the reader may do with each is judged one by one.
const REQUESTS = graphql(
  `
    query PlenaryRequests {
      required: plenaryRequests(first: 3, state: REQUIRED) {
        ...RequestsListed
      }
      open: plenaryRequests(first: 3, state: OPEN) {
        ...RequestsListed
      }
    }
    fragment RequestsListed on PlenaryRequestPage {
      nodes {
        ...RequestShown
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  `,
  [REQUEST],
);
const FURTHER = graphql(
  `
    query FurtherPlenaryRequests($state: ListedPlenaryRequestState!, $after: String) {
      plenaryRequests(first: 3, state: $state, after: $after) {
        nodes {
          ...RequestShown
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [REQUEST],
);

const ASK = graphql(
  `
    mutation RequestPlenary($input: RequestPlenaryInput!) {
      result: requestPlenary(input: $input) {
        __typename
        ... on PlenaryRequest {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const SUPPORT = graphql(
  `
    mutation SupportPlenaryRequest($input: SupportPlenaryRequestInput!) {
      result: supportPlenaryRequest(input: $input) {
        __typename
        ... on PlenaryRequest {
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
    mutation WithdrawPlenaryRequest($input: WithdrawPlenaryRequestInput!) {
      result: withdrawPlenaryRequest(input: $input) {
        __typename
        ... on PlenaryRequest {
          id
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const PLAN = graphql(
  `
    mutation PlanRequiredPlenary($input: PlanRequiredPlenaryInput!) {
      result: planRequiredPlenary(input: $input) {
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

/** An empty list names no request: the client of the API would not know that one more is of its affair. */
const WHERE_NONE_IS_YET = { additionalTypenames: ['PlenaryRequest'] };

/** The plenaries that members ask for, and how one more is asked for; nothing for whoever could neither read nor ask. */
export function Requests() {
  const { t } = useTranslation();
  const { me } = useHere();
  const [answer, again] = useQuery({ query: REQUESTS, context: WHERE_NONE_IS_YET });
  const isMember = me?.roles.includes('MEMBER') === true;
  return (
    <Loaded answer={answer} again={again}>
      {({ required, open }) => {
        if (required.nodes.length + open.nodes.length === 0 && !isMember) return null;
        return (
          <Section title={t('request.title')}>
            <Paragraph>{t('request.meaning')}</Paragraph>
            {(
              [
                ['REQUIRED', required],
                ['OPEN', open],
              ] as const
            ).map(([state, { nodes, pageInfo }]) => (
              <Fragment key={state}>
                <Shown requests={nodes} />
                <More page={pageInfo}>
                  {(from) => (
                    <Pages
                      document={FURTHER}
                      variables={{ state }}
                      of={({ plenaryRequests }) => plenaryRequests}
                      after={from}
                    >
                      {(further) => <Shown requests={further} />}
                    </Pages>
                  )}
                </More>
              </Fragment>
            ))}
            {isMember && (
              <Rare label={t('request.ask')}>
                <Asking />
              </Rare>
            )}
          </Section>
        );
      }}
    </Loaded>
  );
}

const Shown = ({ requests }: { readonly requests: readonly Request[] }) =>
  requests.map((request) => <OneRequest key={request.id} request={request} />);

function OneRequest({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const { id, reason, requiredOn, dueOn, madeBy, items, requirement, meeting, permitted } = request;
  const { me } = useHere();
  const variables = { input: { requestId: id } };
  const planned = meeting !== null && meeting.state !== 'CANCELLED';
  return (
    <Section title={t('request.by', { name: madeBy.person.name })} level={3}>
      <Paragraph className="prose">{reason}</Paragraph>
      <ol className="items">
        {items.map(({ position, title }) => (
          <li key={position}>{title}</li>
        ))}
      </ol>
      {requiredOn === null || dueOn === null ? (
        <Paragraph>{requirement.explanation}</Paragraph>
      ) : (
        <Paragraph>
          <strong>{t('request.required')}</strong> <DayText day={requiredOn} />
          {t('request.due')} <DayText day={dueOn} />.
        </Paragraph>
      )}
      {planned && (
        <Paragraph>
          <To href={`/meetings/${meeting.id}`}>{t('meeting.plenary', { number: meeting.number })}</To>
        </Paragraph>
      )}
      {isAllowed(permitted, 'supportPlenaryRequest') && (
        <Action
          permitted={permitted}
          action="supportPlenaryRequest"
          document={SUPPORT}
          variables={variables}
          label={t('request.support')}
          done={t('request.supported')}
        />
      )}
      {isAllowed(permitted, 'withdrawPlenaryRequest') && (
        <Action
          permitted={permitted}
          action="withdrawPlenaryRequest"
          document={WITHDRAW}
          variables={variables}
          label={t('request.withdraw')}
          done={t('request.withdrawn')}
        />
      )}
      {me?.roles.includes('SECRETARIAT') && !planned && answerFor(permitted, 'planRequiredPlenary') && (
        <WhenPermitted permitted={permitted} action="planRequiredPlenary" label={t('desk.planIt')}>
          <Planning requestId={id} />
        </WhenPermitted>
      )}
    </Section>
  );
}

function Planning({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const { forum } = useHere();
  return (
    <ActForm
      document={PLAN}
      variables={(typed) => ({
        input: {
          requestId,
          startsAt: instantIn(typed, forum.timeZone),
          place: typed('place') || null,
          onlineLink: typed('onlineLink') || null,
        },
      })}
      submit={t('desk.planIt')}
      done={t('request.planned')}
    >
      <When label={t('desk.day')} time="14:00" />
      <TextInput name="place" label={t('desk.place')} description={t('desk.placeHint')} maxLength={200} />
      <TextInput
        name="onlineLink"
        type="url"
        label={t('desk.link')}
        description={t('desk.linkHint')}
        maxLength={500}
      />
    </ActForm>
  );
}

const isWritten = ({ titleFr, titleEn }: Item): boolean => titleFr.trim() !== '' && titleEn.trim() !== '';

/** The reason, and the agenda item by item. */
function Asking() {
  const { t } = useTranslation();
  const tell = useTell();
  const { act, underWay, hindrance } = useAct(ASK);
  const [reason, setReason] = useState('');
  const asked = asItem({ kind: 'DISCUSSION' });
  const list = useListUnderWork('desk.meeting', () => [asked]);
  const items = list.drafts.map(({ item }) => item);
  const [incomplete, setIncomplete] = useState(false);

  async function send(): Promise<void> {
    const whole = reason.trim() !== '' && items.every(isWritten);
    setIncomplete(!whole);
    if (!whole) return;
    const given = await act({ input: { reason: reason.trim(), items } });
    if (given?.__typename === 'PlenaryRequest') tell(t('request.asked'));
  }

  return (
    <div className="stack" ref={list.editor}>
      <Textfield
        label={t('request.reason')}
        multiline
        rows={3}
        maxLength={2000}
        value={reason}
        error={incomplete && reason.trim() === '' ? t('form.missing') : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      <ol className="plain stack">
        {list.drafts.map((draft, place) => (
          <li key={draft.key}>
            <ItemEditor list={list} draft={draft} place={place} incomplete={incomplete} />
          </li>
        ))}
      </ol>
      <div role="status" className="ds-sr-only">
        {list.said}
      </div>
      {incomplete && (
        <Alert data-color="danger" role="alert">
          {t('request.incomplete')}
        </Alert>
      )}
      <div className="row">
        <Button variant="secondary" onClick={() => list.add([asked], 'kind')} data-control="add">
          {t('desk.meeting.add')}
        </Button>
        <Button loading={underWay} onClick={() => void send()}>
          {t('request.send')}
        </Button>
      </div>
      <Hindered by={hindrance} />
    </div>
  );
}

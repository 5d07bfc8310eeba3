import { Paragraph, Tag } from '@digdir/designsystemet-react';
import { day } from '@hemicycle/kernel';
import type { AnyVariables } from '@urql/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useHere } from '../frame/forum.js';
import { Loaded } from '../frame/loaded.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useEverybody } from '../members/everybody.js';
import { PERMITTED, type Permitted, WhenPermitted } from '../parts/action.js';
import { DayText, useDay, useInstant } from '../parts/day-text.js';
import { ActForm, Pick, TextInput, type Typed } from '../parts/form.js';
import { Rare } from '../parts/rare.js';
import { To } from '../parts/to.js';

export const FOLLOW_UP = graphql(
  `
    fragment FollowUpShown on FollowUp {
      id
      task
      role
      dueOn
      late
      doneOn
      note
      withdrawnAt
      changes {
        formerlyDueOn
        dueOn
        reason
        recordedAt
      }
      member {
        id
        person {
          name
        }
      }
      organisation {
        id
        name
      }
      decision {
        id
        reference
        title
      }
      permitted {
        ...Permitted
      }
    }
  `,
  [PERMITTED],
);
export type FollowUp = ResultOf<typeof FOLLOW_UP>;

const OF_DECISION = graphql(
  `
    query FollowUpsOfDecision($id: ID!) {
      decision(id: $id) {
        id
        followUps {
          ...FollowUpShown
        }
      }
    }
  `,
  [FOLLOW_UP],
);

const RECORD = graphql(
  `
    mutation RecordFollowUp($input: RecordFollowUpInput!) {
      result: recordFollowUp(input: $input) {
        __typename
        ... on FollowUp {
          id
          decision {
            id
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const COMPLETE = graphql(
  `
    mutation CompleteFollowUp($input: CompleteFollowUpInput!) {
      result: completeFollowUp(input: $input) {
        __typename
        ... on FollowUp {
          id
          doneOn
          note
          late
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

const REDATE = graphql(
  `
    mutation RedateFollowUp($input: RedateFollowUpInput!) {
      result: redateFollowUp(input: $input) {
        __typename
        ... on FollowUp {
          id
          dueOn
          late
          changes {
            formerlyDueOn
            dueOn
            reason
            recordedAt
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);
const WITHDRAW = graphql(
  `
    mutation WithdrawFollowUp($input: WithdrawFollowUpInput!) {
      result: withdrawFollowUp(input: $input) {
        __typename
        ... on FollowUp {
          id
          late
          withdrawnAt
          changes {
            formerlyDueOn
            dueOn
            reason
            recordedAt
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** What follows from one decision. */
export function FollowUps({ decisionId }: { readonly decisionId: string }) {
  const { t } = useTranslation();
  const [answer, again] = useQuery({ query: OF_DECISION, variables: { id: decisionId } });
  return (
    <Loaded answer={answer} again={again}>
      {({ decision }) =>
        decision === null || decision.followUps.length === 0 ? (
          <Paragraph>{t('followUp.none')}</Paragraph>
        ) : (
          <FollowUpList followUps={decision.followUps} />
        )
      }
    </Loaded>
  );
}

/** Who does what, by when; the secretariat says here that it is done. */
export function FollowUpList({
  followUps,
  ofDecisions = false,
}: {
  readonly followUps: readonly FollowUp[];
  /** Whether to say from which decision each follows. */
  readonly ofDecisions?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ul className="items">
      {followUps.map((followUp) => (
        <li key={followUp.id} className="stack">
          <div>
            {followUp.task} ({followUp.member?.person.name ?? followUp.organisation?.name ?? followUp.role}),{' '}
            {t('followUp.dueOn')} <DayText day={followUp.dueOn} />{' '}
            {followUp.late && <Tag data-color="danger">{t('followUp.late')}</Tag>}
            {followUp.doneOn !== null && (
              <>
                <Tag data-color="success">{t('followUp.done')}</Tag> <DayText day={followUp.doneOn} /> :{' '}
                {followUp.note}
              </>
            )}
            {followUp.withdrawnAt !== null && <Tag data-color="neutral">{t('followUp.withdrawn')}</Tag>}
          </div>
          <Changes followUp={followUp} />
          {ofDecisions && (
            <To href={`/decisions/${followUp.decision.id}`}>
              {followUp.decision.reference}, {followUp.decision.title}
            </To>
          )}
          <Settling followUp={followUp} />
        </li>
      ))}
    </ul>
  );
}

/** Each other day that it got, and its withdrawal, with the reasons. */
function Changes({ followUp: { changes } }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation();
  const inWords = useDay();
  const at = useInstant();
  if (changes.length === 0) return null;
  return (
    <ul className="items">
      {changes.map(({ formerlyDueOn, dueOn, reason, recordedAt }) => (
        <li key={recordedAt} className="prose">
          {dueOn === null
            ? t('followUp.withdrawnAt', { at: at(recordedAt) })
            : t('followUp.redatedAt', {
                at: at(recordedAt),
                from: inWords(formerlyDueOn),
                to: inWords(dueOn),
              })}{' '}
          {t('followUp.because')}
          {t('colon')}
          {reason}
        </li>
      ))}
    </ul>
  );
}

/** An act on what follows from a decision, folded away. */
function Folded<Data extends { result: { __typename?: string } }, Variables extends AnyVariables>({
  permitted,
  action,
  label,
  ...form
}: {
  readonly permitted: readonly Permitted[];
  readonly action: string;
  /** Says of which of them. */
  readonly label: string;
} & Parameters<typeof ActForm<Data, Variables>>[0]) {
  return (
    <WhenPermitted permitted={permitted} action={action} label={form.submit}>
      <Rare label={label}>
        <ActForm {...form} />
      </Rare>
    </WhenPermitted>
  );
}

/** Where the secretariat says that it is done, gives it another day, or withdraws it. */
function Settling({ followUp: { id: followUpId, task, permitted } }: { readonly followUp: FollowUp }) {
  const { t } = useTranslation();
  return (
    <>
      <Folded
        permitted={permitted}
        action="completeFollowUp"
        label={t('followUp.completeOne', { task })}
        document={COMPLETE}
        variables={(typed) => ({ input: { followUpId, doneOn: day(typed('doneOn')), note: typed('note') } })}
        submit={t('followUp.complete')}
        done={t('followUp.completed')}
      >
        <TextInput name="doneOn" type="date" label={t('followUp.doneOn')} required />
        <TextInput name="note" label={t('followUp.note')} lines={2} required maxLength={2000} />
      </Folded>
      <Folded
        permitted={permitted}
        action="redateFollowUp"
        label={t('followUp.redateOne', { task })}
        document={REDATE}
        variables={(typed) => ({
          input: { followUpId, dueOn: day(typed('dueOn')), reason: typed('reason') },
        })}
        submit={t('followUp.redate')}
        done={t('followUp.redated')}
      >
        <TextInput name="dueOn" type="date" label={t('followUp.newDueOn')} required />
        <TextInput name="reason" label={t('followUp.because')} lines={2} required maxLength={2000} />
      </Folded>
      <Folded
        permitted={permitted}
        action="withdrawFollowUp"
        label={t('followUp.withdrawOne', { task })}
        document={WITHDRAW}
        variables={(typed) => ({ input: { followUpId, reason: typed('reason') } })}
        submit={t('followUp.withdraw')}
        done={t('followUp.withdrawnDone')}
      >
        <TextInput
          name="reason"
          label={t('followUp.because')}
          description={t('followUp.withdrawHint')}
          lines={2}
          required
          maxLength={2000}
        />
      </Folded>
    </>
  );
}

/** A role in words, a member or an organisation, as it was chosen. */
function responsible(typed: Typed): {
  memberId?: string;
  organisationId?: string;
  roleFr?: string;
  roleEn?: string | null;
} {
  const [kind, id] = typed('responsible').split(' ');
  if (kind === 'MEMBER' && id !== undefined) return { memberId: id };
  if (kind === 'ORGANISATION' && id !== undefined) return { organisationId: id };
  return { roleFr: typed('roleFr'), roleEn: typed('roleEn') || null };
}

const ROLE = 'ROLE';

/** Whose it is to do: a role in words, a member or an organisation. */
function Responsible() {
  const { t } = useTranslation();
  const { language } = useHere();
  const [{ data: everybody }] = useEverybody();
  const [chosen, setChosen] = useState(ROLE);
  const organisations = [
    ...new Map(everybody?.map(({ organisation }) => [organisation.id, organisation.name])),
  ].toSorted(([, a], [, b]) => a.localeCompare(b, language));
  const people = [...(everybody ?? [])].toSorted((a, b) =>
    a.person.name.localeCompare(b.person.name, language),
  );
  return (
    <>
      <Pick
        name="responsible"
        label={t('followUp.who')}
        defaultValue={ROLE}
        onChoose={setChosen}
        options={[
          { value: ROLE, label: t('followUp.aRole') },
          ...organisations.map(([id, name]) => ({ value: `ORGANISATION ${id}`, label: name })),
          ...people.map(({ id, person, organisation }) => ({
            value: `MEMBER ${id}`,
            label: `${person.name} (${organisation.name})`,
          })),
        ]}
      />
      {chosen === ROLE && (
        <>
          <TextInput
            name="roleFr"
            label={t('followUp.roleFr')}
            description={t('followUp.roleHint')}
            required
            maxLength={300}
          />
          <TextInput name="roleEn" label={t('followUp.roleEn')} maxLength={300} />
        </>
      )}
    </>
  );
}

/** Where the secretariat writes down what follows from a decision. */
export function RecordingFollowUp({
  decisionId,
  permitted,
}: {
  readonly decisionId: string;
  readonly permitted: readonly Permitted[];
}) {
  const { t } = useTranslation();
  const { me } = useHere();
  if (me?.roles.includes('SECRETARIAT') !== true) return null;
  return (
    <WhenPermitted permitted={permitted} action="recordFollowUp" label={t('followUp.record')}>
      <Rare label={t('followUp.record')}>
        <ActForm
          document={RECORD}
          variables={(typed) => ({
            input: {
              decisionId,
              taskFr: typed('taskFr'),
              taskEn: typed('taskEn') || null,
              ...responsible(typed),
              dueOn: day(typed('dueOn')),
            },
          })}
          submit={t('followUp.recordIt')}
          done={t('followUp.recorded')}
        >
          <TextInput name="taskFr" label={t('followUp.taskFr')} lines={2} required maxLength={2000} />
          <TextInput name="taskEn" label={t('followUp.taskEn')} lines={2} maxLength={2000} />
          <Responsible />
          <TextInput name="dueOn" type="date" label={t('followUp.dueOn')} required />
        </ActForm>
      </Rare>
    </WhenPermitted>
  );
}

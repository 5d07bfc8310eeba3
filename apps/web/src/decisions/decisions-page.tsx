import { Button, Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Loaded } from '../frame/loaded.js';
import { Page } from '../frame/page.js';
import { graphql, type VariablesOf } from '../graphql/graphql.js';
import { DayText } from '../parts/day-text.js';
import { MEETING_NAMED, useMeetingName } from '../parts/meeting-name.js';
import { StateTag } from '../parts/state-tag.js';
import { Rows } from '../parts/table.js';
import { More } from '../parts/more.js';
import { To } from '../parts/to.js';

const DECISIONS = graphql(
  `
    query Decisions(
      $words: String
      $year: Int
      $subject: DecisionSubject
      $state: DecisionState
      $after: String
    ) {
      decisions(first: 20, words: $words, year: $year, subject: $subject, state: $state, after: $after) {
        nodes {
          id
          reference
          title
          state
          way
          takenOn
          meeting {
            ...MeetingNamed
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [MEETING_NAMED],
);
type Search = VariablesOf<typeof DECISIONS>;

const SUBJECTS = [
  'RULES_RATIFICATION',
  'RULES_EDITION',
  'COMMITTEE_REMOVAL',
  'WORKING_GROUP_SETUP',
  'WORKING_GROUP_CLOSURE',
  'FACILITATOR_NAMING',
] as const;
const STATES = ['ADOPTED', 'REJECTED'] as const;

/** Every decision that was taken, the latest first, looked for in words. */
export function DecisionsPage() {
  const { t } = useTranslation();
  const id = useId();
  const [search, setSearch] = useState<Search>({});

  function look(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed = (name: string): string => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    setSearch({
      words: typed('words') || null,
      year: Number(typed('year')) || null,
      subject: SUBJECTS.find((one) => one === typed('subject')) ?? null,
      state: STATES.find((one) => one === typed('state')) ?? null,
    });
  }

  const choose = (
    name: 'subject' | 'state',
    label: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <Field>
      <Label>{label}</Label>
      <Select id={`${id}-${name}`} name={name} defaultValue="">
        <Select.Option value="">{t('decisions.any')}</Select.Option>
        {options.map(([value, said]) => (
          <Select.Option key={value} value={value}>
            {said}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
  return (
    <Page title={t('decisions.title')} lead={<Paragraph>{t('decisions.lead')}</Paragraph>}>
      <form role="search" className="stack" onSubmit={look}>
        <div className="grid">
          <Textfield id={`${id}-words`} name="words" label={t('decisions.words')} maxLength={200} />
          <Textfield
            id={`${id}-year`}
            name="year"
            type="number"
            min={1}
            max={9999}
            label={t('decisions.year')}
          />
          {choose(
            'subject',
            t('decisions.subject'),
            SUBJECTS.map((one) => [one, t(`decision.subject.${one}`)]),
          )}
          {choose(
            'state',
            t('decisions.outcome'),
            STATES.map((one) => [one, t(`state.decision.${one}`)]),
          )}
        </div>
        <Button type="submit">{t('decisions.look')}</Button>
      </form>
      <Found key={JSON.stringify(search)} search={search} />
    </Page>
  );
}

function Found({ search }: { readonly search: Search }) {
  const { t } = useTranslation();
  const named = useMeetingName();
  const [answer, again] = useQuery({ query: DECISIONS, variables: search });
  return (
    <Loaded answer={answer} again={again}>
      {({ decisions: { nodes, pageInfo } }) =>
        nodes.length === 0 ? (
          <Paragraph role="status">{t('decisions.none')}</Paragraph>
        ) : (
          <>
            <Rows
              caption={t('decisions.caption')}
              rows={nodes}
              keyOf={({ id }) => id}
              columns={[
                {
                  heading: t('decisions.decision'),
                  cell: ({ id, reference, title }) => (
                    <To href={`/decisions/${id}`}>
                      {reference}, {title}
                    </To>
                  ),
                },
                { heading: t('decisions.meeting'), cell: ({ meeting }) => named(meeting) },
                {
                  heading: t('decisions.takenOn'),
                  cell: ({ takenOn }) => takenOn !== null && <DayText day={takenOn} />,
                },
                { heading: t('decisions.way'), cell: ({ way }) => t(`decision.way.${way}`) },
                {
                  heading: t('decisions.outcome'),
                  cell: ({ state }) => <StateTag of="decision" state={state} />,
                },
              ]}
            />
            <More page={pageInfo}>{(from) => <Found search={{ ...search, after: from }} />}</More>
          </>
        )
      }
    </Loaded>
  );
}

import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Section } from '../frame/page.js';
import { useHere } from '../frame/forum.js';
import { REFUSAL } from '../graphql/act.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { isAllowed, type Permitted } from '../parts/action.js';
import { useDay } from '../parts/day-text.js';
import { ActForm, Choice, languageIn } from '../parts/form.js';
import { StateTag } from '../parts/state-tag.js';
import { To } from '../parts/to.js';

export const MINUTES_OF = graphql(`
  fragment MinutesOf on Meeting {
    id
    minutesDueOn
    minutes {
      id
      state
    }
  }
`);

const DRAFT = graphql(
  `
    mutation DraftMinutes($input: DraftMinutesInput!) {
      result: draftMinutes(input: $input) {
        __typename
        ... on Minutes {
          id
          meeting {
            id
          }
        }
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

/** The minutes of a meeting, on its page: where to read them; nothing where there are none to read. */
export function MinutesOf({ meeting: { minutes } }: { readonly meeting: ResultOf<typeof MINUTES_OF> }) {
  const { t } = useTranslation();
  if (minutes === null) return null;
  return (
    <Section title={t('minutes.section')}>
      <div className="row">
        <To href={`/minutes/${minutes.id}`}>{t('minutes.read')}</To>
        <StateTag of="minutes" state={minutes.state} />
      </div>
    </Section>
  );
}

/** The minutes at the desk: drafted in one act, then written on their own page; the day when they are due. */
export function MinutesToWrite({
  meeting: { id, minutes, minutesDueOn, permitted },
}: {
  readonly meeting: ResultOf<typeof MINUTES_OF> & { readonly permitted: readonly Permitted[] };
}) {
  const { t } = useTranslation();
  const { language } = useHere();
  const on = useDay();
  const [, go] = useLocation();
  if (minutesDueOn === null) return null;
  const waits = minutes === null || minutes.state === 'DRAFT';
  return (
    <Section title={t('minutes.section')}>
      {waits && <Paragraph>{t('minutes.dueOn', { on: on(minutesDueOn) })}</Paragraph>}
      {minutes !== null && (
        <div className="row">
          <To href={`/desk/minutes/${minutes.id}`}>{t('minutes.desk')}</To>
          <StateTag of="minutes" state={minutes.state} />
        </div>
      )}
      {isAllowed(permitted, 'draftMinutes') && (
        <>
          <Paragraph>{t('minutes.editor.startText')}</Paragraph>
          <ActForm
            document={DRAFT}
            variables={(typed) => ({ input: { meetingId: id, language: languageIn(typed) } })}
            submit={t('minutes.editor.start')}
            done={t('minutes.editor.started')}
            onDone={(given) => given.__typename === 'Minutes' && go(`/desk/minutes/${given.id}`)}
          >
            <Choice
              name="language"
              legend={t('minutes.editor.language')}
              defaultValue={language.toUpperCase()}
              options={[
                { value: 'FR', label: 'Français' },
                { value: 'EN', label: 'English' },
              ]}
            />
          </ActForm>
        </>
      )}
    </Section>
  );
}

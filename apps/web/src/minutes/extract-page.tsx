import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useParams, useSearchParams } from 'wouter';
import { Loaded } from '../frame/loaded.js';
import { NotFound } from '../frame/not-found.js';
import { Page, Section } from '../frame/page.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { MEETING_NAMED, useMeetingName, useMinutesName } from '../parts/meeting-name.js';
import { To } from '../parts/to.js';
import { MinutesFiles } from './minutes-files.js';
import { MinutesText } from './minutes-text.js';

const EXTRACT = graphql(
  `
    query Extract($id: ID!, $itemId: ID!, $edition: Int) {
      minutes(id: $id) {
        id
        language
        meeting {
          id
          ...MeetingNamed
          decisions {
            id
            itemId
            title
            named
          }
        }
        editions {
          number
        }
        extract(itemId: $itemId, edition: $edition) {
          itemId
          markdown
          edition {
            number
          }
        }
      }
    }
  `,
  [MEETING_NAMED],
);

type Minutes = NonNullable<ResultOf<typeof EXTRACT>['minutes']>;

/** One item of published minutes: to be read, cited and kept alone. */
export function ExtractPage() {
  const { id = '', itemId = '' } = useParams();
  const [search] = useSearchParams();
  const asked = Number(search.get('edition'));
  const edition = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : null;
  const [answer, again] = useQuery({ query: EXTRACT, variables: { id, itemId, edition } });
  return (
    <Loaded answer={answer} again={again}>
      {({ minutes }) =>
        minutes === null || minutes.extract === null ? (
          <NotFound />
        ) : (
          <Shown minutes={minutes} extract={minutes.extract} />
        )
      }
    </Loaded>
  );
}

function Shown({
  minutes: { id, language, meeting, editions },
  extract: { itemId, markdown, edition },
}: {
  readonly minutes: Minutes;
  readonly extract: NonNullable<Minutes['extract']>;
}) {
  const { t } = useTranslation();
  const named = useMeetingName();
  const minutesNamed = useMinutesName();
  const at = `/minutes/${id}/items/${itemId}`;
  const last = editions.at(-1)?.number ?? edition.number;
  const decisions = meeting.decisions.filter((decision) => decision.itemId === itemId);
  return (
    <Page
      title={t('minutes.extract.of', { minutes: minutesNamed(meeting) })}
      lead={
        <div className="row">
          <To href={`/minutes/${id}?edition=${edition.number}`}>{t('minutes.extract.whole')}</To>
          <To href={`/meetings/${meeting.id}`}>{named(meeting)}</To>
        </div>
      }
    >
      <Paragraph>{t('minutes.extract.meaning')}</Paragraph>
      {edition.number < last && (
        <Alert data-color="warning">
          {t('minutes.shown', { number: edition.number })} <To href={at}>{t('minutes.last')}</To>
        </Alert>
      )}
      <MinutesText markdown={markdown} language={language} />
      {decisions.length > 0 && (
        <Section title={t('minutes.extract.decisions')}>
          <ul className="items">
            {decisions.map((decision) => (
              <li key={decision.id}>
                <To href={`/decisions/${decision.id}`}>
                  {decision.named === null ? decision.title : `${decision.named}, ${decision.title}`}
                </To>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('minutes.extract.files')}>
        <MinutesFiles at={at} edition={edition.number} />
      </Section>
    </Page>
  );
}

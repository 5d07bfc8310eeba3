import { Paragraph, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useInstant } from '../parts/day-text.js';

export const AGENDA = graphql(`
  fragment AgendaShown on Agenda {
    version
    state
    items {
      id
      position
      kind
      office
      college
      subject
      title
    }
    keys {
      key
      college
      turnedAt
      turnedBy {
        name
      }
    }
    keysPutBack {
      key
      college
      version
      turnedBy {
        name
      }
    }
  }
`);
export type AgendaShown = ResultOf<typeof AGENDA>;

/** What the meeting will take up, in order. */
export function AgendaItems({ agenda }: { readonly agenda: AgendaShown | null }) {
  const { t } = useTranslation();
  if (agenda === null) return <Paragraph>{t('meeting.noAgenda')}</Paragraph>;
  const said = agenda.state === 'DRAFT' ? 'meeting.draft' : 'meeting.published';
  return (
    <>
      <Paragraph className="quiet">{t(said, { version: agenda.version })}</Paragraph>
      <ol className="items">
        {agenda.items.map(({ id, kind, title }) => (
          <li key={id}>
            {title}{' '}
            <Tag data-color={kind === 'ELECTION' ? 'accent' : 'neutral'}>{t(`meeting.itemKind.${kind}`)}</Tag>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Who turned which key, and which were put back. */
export function Keys({ agenda }: { readonly agenda: AgendaShown }) {
  const { t } = useTranslation();
  const inWords = useInstant();
  const named = (key: AgendaShown['keys'][number]['key'], college: AgendaShown['keys'][number]['college']) =>
    college === null ? t(`meeting.key.${key}`) : `${t(`meeting.key.${key}`)}, ${t(`college.${college}`)}`;
  return (
    <>
      <Paragraph>{t('meeting.keysMeaning')}</Paragraph>
      <ul className="items">
        {/* Urgency is the exception: its agreement is shown where it was asked for and given. */}
        {agenda.keys
          .filter(({ key, turnedAt }) => key !== 'URGENCY' || turnedAt !== null)
          .map(({ key, college, turnedAt, turnedBy }) => (
            <li key={`${key} ${college}`}>
              {named(key, college)} :{' '}
              {turnedAt === null || turnedBy === null ? (
                t('meeting.notTurned')
              ) : (
                <strong>{t('meeting.turned', { name: turnedBy.name, at: inWords(turnedAt) })}</strong>
              )}
            </li>
          ))}
      </ul>
      {agenda.keysPutBack.length > 0 && (
        <>
          <Paragraph>{t('meeting.putBack')}</Paragraph>
          <ul className="items">
            {agenda.keysPutBack.map(({ key, college, version, turnedBy }) => (
              <li key={`${key} ${college} ${version}`}>
                {t('meeting.putBackOne', { key: named(key, college), name: turnedBy?.name ?? '', version })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

import { Link, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'wouter';
import { useHere } from '../frame/forum.js';
import { Page, Section } from '../frame/page.js';
import { graphql } from '../graphql/graphql.js';
import { Pages } from '../parts/pages.js';
import { CodeToKeep } from '../sealed/code.js';

const CALENDARS = ['all', 'plenaries', 'committee'] as const;
const NEWS = ['minutes', 'decisions', 'elections', 'calls'] as const;

const GROUPS = graphql(`
  query GroupsToFollow($after: String) {
    workingGroups(state: SET_UP, first: 50, after: $after) {
      nodes {
        id
        theme
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

/** What one may follow of the forum from one’s own calendar and reader, and how. */
export function FeedsPage() {
  const { t } = useTranslation();
  const { language } = useHere();
  return (
    <Page title={t('feeds.title')} lead={<Paragraph>{t('feeds.lead')}</Paragraph>}>
      <Section title={t('feeds.calendars')}>
        <Paragraph>{t('feeds.howCalendar')}</Paragraph>
        <ul className="stack plain">
          {CALENDARS.map((name) => (
            <FollowedCalendar key={name} name={t(`feeds.${name}`)} path={name} />
          ))}
        </ul>
        <Pages document={GROUPS} variables={{}} of={({ workingGroups }) => workingGroups}>
          {(nodes) => (
            <ul className="stack plain">
              {nodes.map(({ id, theme }) => (
                <FollowedCalendar key={id} name={t('feeds.group', { theme })} path={`groups/${id}`} />
              ))}
            </ul>
          )}
        </Pages>
      </Section>
      <Section title={t('feeds.own')}>
        <Paragraph>
          {t('feeds.ownText')}{' '}
          <Link asChild>
            <RouterLink href="/account">{t('account.title')}</RouterLink>
          </Link>
        </Paragraph>
      </Section>
      <Section title={t('feeds.news')}>
        <Paragraph>{t('feeds.howNews')}</Paragraph>
        <ul className="stack plain">
          {NEWS.map((name) => (
            <Followed
              key={name}
              name={t(`feeds.${name}`)}
              address={`${location.origin}/feeds/${name}.atom?lang=${language}`}
              subscribe={null}
            />
          ))}
        </ul>
      </Section>
    </Page>
  );
}

/** A calendar to subscribe to, in the language of the page. */
export function FollowedCalendar({ name, path }: { readonly name: string; readonly path: string }) {
  const { language } = useHere();
  const address = `${location.host}/calendars/${path}.ics?lang=${language}`;
  return (
    <Followed name={name} address={`${location.protocol}//${address}`} subscribe={`webcal://${address}`} />
  );
}

function Followed({
  name,
  address,
  subscribe,
}: {
  readonly name: string;
  readonly address: string;
  /** An address that calendar applications open by themselves; null: none. */
  readonly subscribe: string | null;
}) {
  const { t } = useTranslation();
  return (
    <li className="stack" data-gap="xs">
      <Paragraph>
        <strong>{name}</strong>{' '}
        {subscribe !== null && (
          <Link href={subscribe} aria-label={t('feeds.subscribeTo', { name })}>
            {t('feeds.subscribe')}
          </Link>
        )}
      </Paragraph>
      <CodeToKeep label={t('feeds.address', { name })}>{address}</CodeToKeep>
    </li>
  );
}

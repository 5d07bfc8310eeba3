import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Section } from '../frame/page.js';
import type { ResultOf } from '../graphql/graphql.js';
import { useInstant } from '../parts/day-text.js';
import { Problem } from '../parts/problem.js';
import { ByRule } from '../parts/rule-refusal.js';
import { BOX_INTEGRITY } from './acts.js';

type Found = ResultOf<typeof BOX_INTEGRITY>['boxIntegrity'];

/** Has the server check the box of an open poll, for those who watch over it; says what it found. */
export function BoxCheck({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [{ data, error, fetching }, again] = useQuery({
    query: BOX_INTEGRITY,
    variables: { electionId },
    requestPolicy: 'network-only',
    pause: !asked,
  });
  const check = () => (asked ? again() : setAsked(true));
  return (
    <Section title={t('sealed.box.title')} level={4}>
      <Paragraph>
        {t('sealed.box.text')} <ByRule id="CNIL-1-10" />
      </Paragraph>
      <Button variant="secondary" loading={fetching} onClick={check}>
        {t('sealed.box.check')}
      </Button>
      {error !== undefined && !fetching && <Problem error={error} />}
      {/* There before it speaks, so that it is heard. */}
      <div role="status">
        {fetching && <Paragraph>{t('sealed.box.checking')}</Paragraph>}
        {!fetching && error === undefined && data !== undefined && <Answer found={data.boxIntegrity} />}
      </div>
    </Section>
  );
}

function Answer({ found }: { readonly found: Found }) {
  const { t } = useTranslation();
  const inWords = useInstant();
  if (found === null) return <Paragraph>{t('sealed.box.closed')}</Paragraph>;
  const at = inWords(found.checkedAt);
  if (found.whole) {
    return <Alert data-color="success">{t('sealed.box.whole', { count: found.ballots, at })}</Alert>;
  }
  return (
    <Alert data-color="danger">
      <Paragraph>{t('sealed.box.broken', { at })}</Paragraph>
      <ul className="items">
        {found.faults.map(({ check, statement }) => (
          <li key={check}>{statement}</li>
        ))}
      </ul>
    </Alert>
  );
}

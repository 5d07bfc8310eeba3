import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { Text } from '@hemicycle/kernel';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '../frame/forum.js';
import { Section } from '../frame/page.js';
import type { Verified } from './tasks.js';

/** Whether a line of a report is of one check: right, false or not made. */
const OF_A_CHECK = /^[✓✗–] /;

/** Every check in words and what came of it, as the command line prints them; the verdict first, with the focus. */
export function ReportShown({ verified: { valid, lines } }: { readonly verified: Verified }) {
  const { t } = useTranslation();
  const verdict = useRef<HTMLDivElement>(null);
  useEffect(() => verdict.current?.focus(), []);
  const first = lines.findIndex(({ fr }) => OF_A_CHECK.test(fr));
  const after = lines.findLastIndex(({ fr }) => OF_A_CHECK.test(fr)) + 1;
  return (
    <>
      <Alert data-color={valid ? 'success' : 'danger'} ref={verdict} tabIndex={-1}>
        <Paragraph>{t(valid ? 'sealed.verify.valid' : 'sealed.verify.invalid')}</Paragraph>
      </Alert>
      <Section title={t('sealed.verify.facts')} level={3}>
        <Lines lines={lines.slice(0, Math.max(0, first))} />
      </Section>
      {after < lines.length - 1 && (
        <Section title={t('sealed.verify.counts')} level={3}>
          <Lines lines={lines.slice(after, -1)} />
        </Section>
      )}
      <Section title={t('sealed.verify.checks')} level={3}>
        <Lines lines={first < 0 ? lines : lines.slice(first, after)} />
      </Section>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly Text[] }) {
  const { language } = useHere();
  return (
    <ul className="plain checks">
      {lines.map((line) => (
        <li key={line.en}>{line[language]}</li>
      ))}
    </ul>
  );
}

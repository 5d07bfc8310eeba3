import { Alert, Button, Checkbox, Paragraph } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { Page, Section } from '../frame/page.js';
import { Code } from './code.js';
import { FileField } from './file-field.js';
import { OnDevice, useDevice } from './on-device.js';
import { PublishedFiles } from './published-files.js';
import { ReportShown } from './report.js';
import type { Verified } from './tasks.js';
import { TrackerField } from './tracker-field.js';

/** What a verification reads. */
export interface Files {
  readonly archive: Uint8Array;
  readonly sideFile: Uint8Array | null;
  readonly standard: 'ours' | 'belenios';
}

/** Every check of an election made again by the reader’s device: with the forum’s files, or with those that she has. */
export function VerifyPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const electionId = search.get('election');
  const device = useDevice();
  const [report, setReport] = useState<{ verified: Verified; expected: string | null } | null>(null);

  async function verify(files: () => Promise<Files>, expected: string | null): Promise<void> {
    setReport(null);
    const verified = await device.attempt(async (does, tell) => does('verify', await files(), tell));
    if (verified !== null) setReport({ verified, expected });
  }

  return (
    <Page title={t('sealed.verify.title')} lead={<Paragraph>{t('sealed.verify.lead')}</Paragraph>}>
      {electionId !== null && (
        <PublishedFiles
          electionId={electionId}
          number={Number(search.get('round') ?? 1)}
          busy={device.busy}
          onFiles={verify}
        />
      )}
      <Chosen busy={device.busy} onFiles={(files) => verify(files, null)} />
      <OnDevice device={device} />
      {report !== null && (
        <Section title={t('sealed.verify.result')}>
          {report.expected !== null && report.expected !== report.verified.fingerprint && (
            <Alert data-color="danger">{t('sealed.verify.otherThanPublished')}</Alert>
          )}
          <ReportShown verified={report.verified} />
          <TrackerIn verified={report.verified} />
        </Section>
      )}
      <Yourself />
    </Page>
  );
}

/** Files of the reader’s own, which are sent nowhere. */
function Chosen({
  busy,
  onFiles,
}: {
  readonly busy: boolean;
  readonly onFiles: (files: () => Promise<Files>) => Promise<void>;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [missing, setMissing] = useState(false);
  const contentOf = (file: FormDataEntryValue | null): Promise<Uint8Array> | null =>
    file instanceof File && file.size > 0
      ? file.arrayBuffer().then((content) => new Uint8Array(content))
      : null;

  function read(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const archive = contentOf(data.get('archive'));
    setMissing(archive === null);
    if (archive === null) return document.getElementById(id)?.focus();
    void onFiles(async () => ({
      archive: await archive,
      sideFile: await contentOf(data.get('sideFile')),
      standard: data.has('otherTool') ? 'belenios' : 'ours',
    }));
  }

  return (
    <Section title={t('sealed.verify.chosen')}>
      <Paragraph>{t('sealed.verify.chosenText')}</Paragraph>
      <form className="stack" noValidate onSubmit={read}>
        <FileField
          id={id}
          name="archive"
          label={t('sealed.verify.archive')}
          accept=".bel"
          {...(missing ? { error: t('sealed.verify.noFile') } : {})}
        />
        <FileField
          id={`${id}-side`}
          name="sideFile"
          label={t('sealed.verify.sideFile')}
          accept=".json,application/json"
        />
        <Checkbox name="otherTool" value="yes" label={t('sealed.verify.otherTool')} />
        <Button type="submit" variant="secondary" loading={busy}>
          {t('sealed.verify.start')}
        </Button>
      </form>
    </Section>
  );
}

/** Looks for a tracker in the archive that was just verified. */
function TrackerIn({ verified: { trackers, replaced } }: { readonly verified: Verified }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <Section title={t('sealed.verify.tracker')} level={3}>
      <TrackerField onTracker={setAsked} />
      <div role="status">
        {asked !== null && (
          <Paragraph>
            {t(
              trackers.includes(asked)
                ? 'sealed.verify.trackerCounted'
                : replaced.includes(asked)
                  ? 'sealed.verify.trackerReplaced'
                  : 'sealed.verify.trackerNone',
            )}
          </Paragraph>
        )}
      </div>
    </Section>
  );
}

function Yourself() {
  const { t } = useTranslation();
  return (
    <Section title={t('sealed.verify.yourself')}>
      <Paragraph>{t('sealed.verify.yourselfText')}</Paragraph>
      <ul className="items">
        <li>
          {t('sealed.verify.ours')}
          <br />
          <Code>npx hemicycle verify election.bel</Code>
        </li>
        <li>
          {t('sealed.verify.third')}
          <br />
          <Code>belenios-tool election verify --dir election</Code>
        </li>
      </ul>
    </Section>
  );
}

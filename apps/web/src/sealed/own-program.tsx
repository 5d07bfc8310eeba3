import { Button, Details, Link, Paragraph } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeToKeep } from './code.js';
import { FileField } from './file-field.js';
import { type Command, FILES, type Misread } from './trustee-program.js';

/** A file that the command reads. */
export interface ToDownload {
  /** What it is to be called there. */
  readonly name: string;
  readonly href: string;
}

/** A text that this page has, to be kept as a file. */
export const textFile = (name: string, text: string): ToDownload => ({
  name,
  href: `data:application/json;charset=utf-8,${encodeURIComponent(text)}`,
});

/** More than any file that the program writes, in bytes: what is larger is not read. */
const LARGEST = 1_000_000;

/** For whoever lets no page make her part: the command that makes it on her machine, and a field for what it wrote. */
export function OwnProgram<Part extends object>({
  command: { line, output },
  downloads,
  announced,
  read,
  send,
  busy,
}: {
  readonly command: Command;
  readonly downloads: readonly ToDownload[];
  /** How many ballots the forum says that the box has; absent where no box is opened. */
  readonly announced?: number;
  readonly read: (text: string) => Part | Misread;
  readonly send: (part: Part) => Promise<void>;
  readonly busy: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [error, setError] = useState<string | null>(null);

  async function give(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('written');
    if (!(file instanceof File) || file.size === 0) return refuse(t('sealed.own.noFile', { file: output }));
    const part = file.size > LARGEST ? ({ wrong: 'otherFile' } as const) : read(await file.text());
    if ('wrong' in part) {
      return refuse(
        part.wrong === 'otherTrustee'
          ? t('sealed.own.otherTrustee', { number: part.owner })
          : t('sealed.own.otherFile', { file: output }),
      );
    }
    setError(null);
    await send(part);
  }

  function refuse(reason: string): void {
    setError(reason);
    document.getElementById(id)?.focus();
  }

  return (
    <Details>
      <Details.Summary>{t('sealed.own.title')}</Details.Summary>
      <Details.Content>
        <form className="stack" noValidate onSubmit={(event) => void give(event)}>
          <Paragraph>{t('sealed.own.text', { seed: FILES.seed })}</Paragraph>
          {downloads.length > 0 && (
            <>
              <Paragraph>{t('sealed.own.download')}</Paragraph>
              <ul className="items">
                {downloads.map(({ name, href }) => (
                  <li key={name}>
                    <Link href={href} download={name}>
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Paragraph>{t('sealed.own.run')}</Paragraph>
          <CodeToKeep label={t('sealed.own.command')}>{line}</CodeToKeep>
          {announced !== undefined && <Paragraph>{t('sealed.own.compare', { count: announced })}</Paragraph>}
          <FileField
            id={id}
            name="written"
            label={t('sealed.own.written', { file: output })}
            accept=".json,application/json"
            {...(error === null ? {} : { error })}
          />
          <Button type="submit" variant="secondary" loading={busy}>
            {t('sealed.own.send')}
          </Button>
        </form>
      </Details.Content>
    </Details>
  );
}

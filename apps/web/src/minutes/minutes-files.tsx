import { Link } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

const FORMATS = { md: 'minutes.markdown', pdf: 'minutes.pdf', xml: 'minutes.xml' } as const;

/** One edition of minutes, or an extract of it, in every form in which it is had. */
export function MinutesFiles({
  at,
  edition,
}: {
  /** The address of its page. */
  readonly at: string;
  readonly edition: number;
}) {
  const { t } = useTranslation();
  return (
    <ul className="items">
      {(['md', 'pdf', 'xml'] as const).map((format) => (
        <li key={format}>
          <Link href={`${at}.${format}?edition=${edition}`} download>
            {t(FORMATS[format])}
          </Link>
        </li>
      ))}
    </ul>
  );
}

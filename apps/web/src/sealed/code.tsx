import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A fingerprint, a tracker, a code: to be compared letter by letter. */
export function Code({ children }: { readonly children: string }) {
  // Not a word of any language: nothing translates it or spells it out as one.
  return (
    <code className="code" translate="no">
      {children}
    </code>
  );
}

/** One that may be copied, where the browser can. */
export function CodeToKeep({ label, children }: { readonly label: string; readonly children: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const clipboard = navigator.clipboard as Clipboard | undefined;
  return (
    <div className="row">
      <Code>{children}</Code>
      {clipboard !== undefined && (
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={`${t('sealed.copy')}${t('colon')}${label}`}
          onClick={() => void clipboard.writeText(children).then(() => setCopied(true))}
        >
          {t('sealed.copy')}
        </Button>
      )}
      <span role="status">{copied && t('sealed.copied')}</span>
    </div>
  );
}

import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';

/** A page that fails, or that could not be fetched because a newer version is out, says so and offers to start again. */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <div className="stack" role="alert">
            <Heading level={1} data-size="md">
              {t('frame.broken')}
            </Heading>
            <Paragraph>{t('frame.brokenAdvice')}</Paragraph>
            <Button variant="secondary" onClick={() => location.reload()}>
              {t('frame.again')}
            </Button>
          </div>
        )}
      </Translation>
    );
  }
}

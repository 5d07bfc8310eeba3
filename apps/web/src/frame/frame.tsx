import { Link, Paragraph, SkipLink } from '@digdir/designsystemet-react';
import { type Language, LANGUAGES } from '@hemicycle/kernel';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useLocation } from 'wouter';
import icon from '../theme/icon.svg';
import { useHere } from './forum.js';
import { NoticeArea } from './notice.js';

const PUBLIC = [
  'meetings',
  'decisions',
  'groups',
  'events',
  'members',
  'organisations',
  'calls',
  'observance',
  'charter',
] as const;

/** What stands around every page: whose forum it is, where to go, who hosts it. */
export function Frame({
  children,
  onLanguage,
}: {
  readonly children: ReactNode;
  readonly onLanguage: (language: Language) => void;
}) {
  const { t } = useTranslation();
  const { forum, me, language } = useHere();
  return (
    <>
      <SkipLink href="#page">{t('frame.skip')}</SkipLink>
      {forum.notice !== null && (
        <aside className="demonstration" aria-label={t('frame.notice')}>
          <div className="width">
            <p>{forum.notice}</p>
          </div>
        </aside>
      )}
      <header className="masthead">
        <div className="width">
          <RouterLink href="/" className="forum-name">
            <img src={icon} alt="" />
            <span>
              {forum.name}
              <small>{forum.host}</small>
            </span>
          </RouterLink>
          <div className="tools">
            {me === null ? (
              <a href="/sign-in">{t('frame.signIn')}</a>
            ) : (
              <RouterLink href="/account">{me.person.name}</RouterLink>
            )}
            {LANGUAGES.filter((one) => one !== language).map((one) => (
              <button key={one} type="button" lang={one} onClick={() => onLanguage(one)}>
                {{ fr: 'Français', en: 'English' }[one]}
              </button>
            ))}
          </div>
        </div>
      </header>
      <Navigation />
      <main id="page" tabIndex={-1}>
        <div className="width stack">
          <NoticeArea>{children}</NoticeArea>
        </div>
      </main>
      <footer className="colophon">
        <div className="width stack">
          <Paragraph data-size="sm">
            {forum.host}
            <br />
            {forum.partnership}
          </Paragraph>
          <nav aria-label={t('frame.colophon')}>
            <Link asChild>
              <RouterLink href="/contact">{t('contact.title')}</RouterLink>
            </Link>
            <Link asChild>
              <RouterLink href="/feeds">{t('feeds.title')}</RouterLink>
            </Link>
            <Link href="/graphiql">{t('frame.api')}</Link>
            <Link href="/licences.md">{t('frame.licences')}</Link>
          </nav>
        </div>
      </footer>
    </>
  );
}

/** The parts of the forum: in sight on a screen, behind a button where they would fill a telephone. */
function Navigation() {
  const { t } = useTranslation();
  const { me } = useHere();
  const [address] = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [address]);
  return (
    <nav className="navigation" aria-label={t('frame.navigation')}>
      <div className="width">
        <button type="button" aria-expanded={open} aria-controls="sections" onClick={() => setOpen(!open)}>
          {t('frame.menu')}
        </button>
        <ul id="sections" data-open={open}>
          {me !== null && <Entry to="/needs-me">{t('needs.title')}</Entry>}
          {me?.roles.includes('SECRETARIAT') && <Entry to="/desk">{t('desk.title')}</Entry>}
          {PUBLIC.map((name) => (
            <Entry key={name} to={`/${name}`}>
              {t(`frame.to.${name}`)}
            </Entry>
          ))}
        </ul>
      </div>
    </nav>
  );
}

function Entry({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const [address] = useLocation();
  const inside = address === to || address.startsWith(`${to}/`);
  return (
    <li>
      <RouterLink href={to} aria-current={address === to ? 'page' : inside ? 'true' : undefined}>
        {children}
      </RouterLink>
    </li>
  );
}

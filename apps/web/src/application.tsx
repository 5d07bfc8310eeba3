import type { Language } from '@hemicycle/kernel';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider, useQuery } from 'urql';
import { Route, Switch } from 'wouter';
import { Broken } from './frame/broken.js';
import { FORUM, HereProvider } from './frame/forum.js';
import { Frame } from './frame/frame.js';
import { useKept } from './frame/loaded.js';
import { NotFound } from './frame/not-found.js';
import { askAs, clientIn } from './graphql/client.js';
import { HomePage } from './home/home-page.js';
import { Problem } from './parts/problem.js';
import { chooseLanguage, chosenLanguage } from './words/language.js';
import { speak } from './words/words.js';

// What a first visit does not need is fetched when it is asked for.
const page = <Name extends string>(load: () => Promise<Record<Name, React.ComponentType>>, name: Name) =>
  lazy(() => load().then((room) => ({ default: room[name] })));

const PAGES = {
  '/meetings': page(() => import('./meetings/meetings-page.js'), 'MeetingsPage'),
  '/meetings/:id/trustee': page(() => import('./sealed/trustee-page.js'), 'TrusteePage'),
  '/meetings/:id': page(() => import('./meetings/meeting-page.js'), 'MeetingPage'),
  '/decisions': page(() => import('./decisions/decisions-page.js'), 'DecisionsPage'),
  '/decisions/:id': page(() => import('./decisions/decision-page.js'), 'DecisionPage'),
  '/groups': page(() => import('./groups/groups-page.js'), 'GroupsPage'),
  '/groups/:id/reports/:meetingId': page(() => import('./groups/report-page.js'), 'ReportPage'),
  '/groups/:id': page(() => import('./groups/group-page.js'), 'GroupPage'),
  '/committee': page(() => import('./committee/committee-page.js'), 'CommitteePage'),
  '/events': page(() => import('./events/events-page.js'), 'EventsPage'),
  '/events/place': page(() => import('./events/place-page.js'), 'PlacePage'),
  '/events/:id': page(() => import('./events/event-page.js'), 'EventPage'),
  '/elections/:id': page(() => import('./elections/election-page.js'), 'ElectionPage'),
  '/elections/:id/vote': page(() => import('./elections/booth-page.js'), 'BoothPage'),
  '/minutes': page(() => import('./minutes/minutes-list-page.js'), 'MinutesListPage'),
  '/minutes/:id': page(() => import('./minutes/minutes-page.js'), 'MinutesPage'),
  '/minutes/:id/items/:itemId': page(() => import('./minutes/extract-page.js'), 'ExtractPage'),
  '/members': page(() => import('./members/members-page.js'), 'MembersPage'),
  '/members/:id': page(() => import('./members/member-page.js'), 'MemberPage'),
  '/organisations': page(() => import('./organisations/organisations-page.js'), 'OrganisationsPage'),
  '/organisations/:id': page(() => import('./organisations/organisation-page.js'), 'OrganisationPage'),
  '/calls': page(() => import('./calls/calls-page.js'), 'CallsPage'),
  '/calls/:id': page(() => import('./calls/call-page.js'), 'CallPage'),
  '/feeds': page(() => import('./feeds/feeds-page.js'), 'FeedsPage'),
  '/contact': page(() => import('./contact/contact-page.js'), 'ContactPage'),
  '/charter': page(() => import('./charter/charter-page.js'), 'CharterPage'),
  '/observance': page(() => import('./observance/observance-page.js'), 'ObservancePage'),
  '/needs-me': page(() => import('./needs/needs-page.js'), 'NeedsPage'),
  '/verify': page(() => import('./sealed/verify-page.js'), 'VerifyPage'),
  '/account': page(() => import('./account/account-page.js'), 'AccountPage'),
  '/desk': page(() => import('./desk/desk-page.js'), 'DeskPage'),
  '/desk/meetings/:id': page(() => import('./desk/meeting-desk-page.js'), 'MeetingDeskPage'),
  '/desk/minutes/:id': page(() => import('./desk/minutes-desk-page.js'), 'MinutesDeskPage'),
  '/desk/calls': page(() => import('./desk/calls-desk-page.js'), 'CallsDeskPage'),
  '/desk/calls/:id': page(() => import('./desk/call-desk-page.js'), 'CallDeskPage'),
  '/desk/follow-ups': page(() => import('./desk/follow-ups-desk-page.js'), 'FollowUpsDeskPage'),
  '/desk/rules': page(() => import('./desk/rules-desk-page.js'), 'RulesDeskPage'),
  '/desk/members': page(() => import('./desk/members-desk-page.js'), 'MembersDeskPage'),
} as const;

/** The whole application, in a language that may change at any time. */
export function Application({ served }: { readonly served: Language }) {
  const [language, setLanguage] = useState(served);
  const client = useMemo(() => clientIn(language), [language]);

  async function change(next: Language): Promise<void> {
    await speak(next);
    setLanguage(next);
  }

  return (
    <Provider value={client}>
      <Framed
        language={language}
        onLanguage={(next) => {
          chooseLanguage(next);
          void change(next);
        }}
        onPreference={(preferred) => void change(preferred)}
      />
    </Provider>
  );
}

function Framed({
  language,
  onLanguage,
  onPreference,
}: {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onPreference: (language: Language) => void;
}) {
  const { t } = useTranslation();
  const [answer] = useQuery({ query: FORUM });
  const { data, error } = useKept(answer);
  // Before any page asks: what it reads and does is for whoever the frame names.
  if (data !== undefined) askAs(data.me?.person.id ?? null);
  const preferred = data?.me?.language.toLowerCase() as Language | undefined;
  useEffect(() => {
    // What was chosen on this device goes before what the person asked for in her letters.
    if (preferred !== undefined && preferred !== language && chosenLanguage() === null)
      onPreference(preferred);
  }, [preferred]);
  if (data === undefined) {
    return (
      <main className="width">
        {error === undefined ? <p role="status">{t('frame.loading')}</p> : <Problem error={error} />}
      </main>
    );
  }
  return (
    <HereProvider value={{ forum: data.forum, me: data.me, language }}>
      <Frame onLanguage={onLanguage}>
        <Broken>
          <Suspense fallback={<p role="status">{t('frame.loading')}</p>}>
            <Switch>
              <Route path="/" component={HomePage} />
              {Object.entries(PAGES).map(([path, component]) => (
                <Route key={path} path={path} component={component} />
              ))}
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </Broken>
      </Frame>
    </HereProvider>
  );
}

import type { Language } from '@hemicycle/kernel';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { withFrenchSpaces } from './french-spaces.js';

const WORDS = {
  fr: () => import('./fr.js').then(({ fr }) => withFrenchSpaces(fr)),
  en: () => import('./en.js').then(({ en }) => en),
};

/** Loads the words of a language, the first time, and speaks it from then on. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      ns: 'forum',
      defaultNS: 'forum',
      resources: {},
      // React escapes what it writes.
      interpolation: { escapeValue: false },
    });
  }
  if (!i18next.hasResourceBundle(language, 'forum')) {
    i18next.addResourceBundle(language, 'forum', await WORDS[language]());
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

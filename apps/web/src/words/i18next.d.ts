import type { fr } from './fr.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'forum';
    resources: { forum: typeof fr };
  }
}

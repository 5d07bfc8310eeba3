import './theme/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './application.js';
import { servedLanguage } from './words/language.js';
import { speak } from './words/words.js';

const place = document.getElementById('application');
if (place === null) throw new Error('The page has no place for the application.');
const language = servedLanguage();
await speak(language);
createRoot(place).render(
  <StrictMode>
    <Application served={language} />
  </StrictMode>,
);

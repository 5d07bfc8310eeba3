import { useHere } from '../frame/forum.js';
import { withFrenchSpaces } from '../words/french-spaces.js';

/** What the API says, with the spaces of French where it is read in French: no line begins with « ; » or ends with an opening mark. */
export function useSpaced(): (text: string) => string {
  const { language } = useHere();
  return (text) => (language === 'fr' ? withFrenchSpaces(text) : text);
}

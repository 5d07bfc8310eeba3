import { quantity } from './quantity.js';
import type { Text } from './text.js';

/** No line ends between a figure and its unit. */
const SPACE = '\u00a0';

/**
 * How large a file is, as people say it: « 850 octets », « 34 ko », « 1,2 Mo »; “850 bytes”, “34 kB”, “1.2 MB”. Never less than
 * it is: what is begun of a unit, or of a tenth of a megabyte, counts.
 *
 * @param bytes a whole number
 */
export function sizeInWords(bytes: number): Text {
  if (bytes < 1_000) {
    return {
      fr: quantity.fr(bytes, 'octet', 'octets').replace(' ', SPACE),
      en: quantity.en(bytes, 'byte', 'bytes').replace(' ', SPACE),
    };
  }
  if (bytes <= 999_000) {
    const kilo = Math.ceil(bytes / 1_000);
    return { fr: `${kilo}${SPACE}ko`, en: `${kilo}${SPACE}kB` };
  }
  const tenths = Math.ceil(bytes / 100_000);
  const [whole, tenth] = [Math.floor(tenths / 10), tenths % 10];
  return {
    fr: `${whole}${tenth === 0 ? '' : `,${tenth}`}${SPACE}Mo`,
    en: `${whole}${tenth === 0 ? '' : `.${tenth}`}${SPACE}MB`,
  };
}

/** How many octets a line may have, its end not counted (RFC 5545, 3.1). */
const OCTETS = 75;

/** A value of type TEXT (RFC 5545, 3.3.11). What no text may hold is left out. */
export const textValue = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');

/** A value of a parameter, between quotes, which it cannot hold itself (RFC 5545, 3.1 and 3.2). */
export const parameterValue = (text: string): string => `"${text.replaceAll(/[\p{Cc}"]/gu, ' ')}"`;

/** A line folded where it would be too long, never inside a character (RFC 5545, 3.1). */
export function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const point = character.codePointAt(0) ?? 0;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
    if (octets + size > OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

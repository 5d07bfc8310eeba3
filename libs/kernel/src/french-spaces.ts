/**
 * French puts a narrow space that does not break before « ; : ! ? » » and after « « »: where a plain space was typed, it
 * becomes one. What has no space keeps none, as an address does.
 */
export const frenchSpaces = (text: string): string =>
  text.replace(/[ \u00a0](?=[;:!?»])/gu, '\u202f').replace(/«[ \u00a0]/gu, '«\u202f');

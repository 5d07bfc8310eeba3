/** The languages in which the forum speaks. French is the original of the action plan. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence said in every language of the forum. */
export type Text = Readonly<Record<Language, string>>;

/**
 * Picks the language of an `Accept-Language` header: the listed language with the highest weight that the
 * forum speaks, French when none is.
 */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part, index) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
    return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality), index };
  });
  const spoken = wishes.filter((wish) => LANGUAGES.some((l) => l === wish.language) && wish.weight > 0);
  spoken.sort((a, b) => b.weight - a.weight || a.index - b.index);
  return (spoken[0]?.language as Language | undefined) ?? 'fr';
}

/** Written by hand rather than by `Intl`, whose separators change from one version to the next: a count reads the same for ever. */
const grouped = (value: number, separator: string): string =>
  String(value).replace(/\B(?=(?:\d{3})+$)/g, separator);

/** A whole number as each language writes it: « 3 000 » with a narrow no-break space, “3,000”. */
export const figure = {
  fr: (value: number): string => grouped(value, '\u202f'),
  en: (value: number): string => grouped(value, ','),
};

/** A whole number with its noun: French keeps the singular below two, English only for one. */
export const quantity = {
  fr: (value: number, one: string, several: string): string =>
    `${figure.fr(value)} ${value < 2 ? one : several}`,
  en: (value: number, one: string, several: string): string =>
    `${figure.en(value)} ${value === 1 ? one : several}`,
};

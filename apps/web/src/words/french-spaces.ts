/** French puts a space before some signs and within quotation marks, at which no line may end. */
export function withFrenchSpaces<Said>(said: Said): Said {
  if (typeof said === 'string') {
    return said.replace(/ (?=[:;?!»])|(?<=«|n°) /g, '\u00a0') as Said;
  }
  return Object.fromEntries(
    Object.entries(said as object).map(([key, inside]) => [key, withFrenchSpaces(inside)]),
  ) as Said;
}

/** The two sides of the table (charter C3-COLLEGES). */
export const COLLEGES = ['GOVERNMENT', 'CIVIL_SOCIETY'] as const;
export type College = (typeof COLLEGES)[number];

/** The other side of the table. */
export function otherCollege(college: College): College {
  return college === 'GOVERNMENT' ? 'CIVIL_SOCIETY' : 'GOVERNMENT';
}

import type { Story } from './story.js';
import type { Cast } from './tell-story.js';

/** The call for applications of March and April 2024. */
export async function admitCivilSociety(_story: Story, _cast: Cast): Promise<void> {}

/** How long ago at most, in minutes, whoever votes under seal or signs identified herself. */
export const FRESH_SIGN_IN_MINUTES = 60;

/** How long a join code is: 32^8 is too many to guess against a limit on wrong guesses. */
export const codeLength = 8;

/**
 * A join code as it was meant, or null when it can be none. Read aloud and typed on a phone,
 * I and L are heard as 1 and O as 0; spaces and hyphens are for the eye.
 */
export function readCode(given: string): string | null {
  if (given.length > 40) return null;
  const code = given.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return code.length === codeLength && /^[0-9A-HJKMNP-TV-Z]*$/.test(code) ? code : null;
}

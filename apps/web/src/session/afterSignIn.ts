const kept = 'samsyn.after-sign-in';

/** Remembers in this browser where to go on after the letter. */
export function remember(to: string): void {
  try {
    localStorage.setItem(kept, to);
  } catch {
    // Then one goes on from the start page.
  }
}

/** Where to go on after the letter; the start page when nothing is known. */
export function remembered(): string {
  try {
    return localStorage.getItem(kept) ?? '/';
  } catch {
    return '/';
  }
}

/** Forgets where to go on: who goes on from here may be somebody else. */
export function forget(): void {
  try {
    localStorage.removeItem(kept);
  } catch {
    // Nothing was kept.
  }
}

/** Puts the focus on something that is about to stand on the screen, where what had it goes away. */
export function focusOn(selector: string): void {
  requestAnimationFrame(() => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].at(-1);
    found?.focus();
  });
}

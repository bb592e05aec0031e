/** Puts the focus on something that is about to stand on the screen, where what had it goes away; on the latest of several. */
export function focusOn(selector: string, which: 'first' | 'last' = 'last'): void {
  // React draws what follows from a click before the next frame, other changes a little later, and on a busy device much later.
  let frames = 180;
  const look = () => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].at(which === 'first' ? 0 : -1);
    frames -= 1;
    if (found) {
      found.focus();
      // What is said about a field stands above it.
      found.closest('.field')?.scrollIntoView({ block: 'nearest' });
    } else if (frames > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

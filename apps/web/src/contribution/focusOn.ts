/** Puts the focus on something that is about to stand on the screen, where what had it goes away. */
export function focusOn(selector: string): void {
  // React draws what follows from a click before the next frame, and other changes a little later.
  let frames = 30;
  const look = () => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].at(-1);
    frames -= 1;
    if (found) found.focus();
    else if (frames > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

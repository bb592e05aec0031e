/**
 * When what has the focus goes away with what was done, the focus goes to the nearest part of the page that
 * stands, and not to nowhere: whoever uses a keyboard or a screen reader goes on from the same place.
 * A part that knows better where to go on sets the focus itself; this comes after it.
 */
export function keepFocus(page: Document = document): void {
  let path: Element[] = [];
  let looking = false;
  let opened: HTMLFormElement | null = null;
  page.addEventListener('focusin', ({ target }) => {
    path = target instanceof Element ? ancestors(target) : [];
  });
  // A press beside everything leaves the focus nowhere on purpose.
  page.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget === null && target instanceof Element && target.isConnected && page.hasFocus()) queueMicrotask(() => target.isConnected && (path = []));
  });
  const look = (): void => {
    looking = false;
    const gone = page.activeElement === page.body || page.activeElement === null;
    const part = gone && path[0]?.isConnected === false ? path.find((one) => one.isConnected) : undefined;
    if (!(part instanceof HTMLElement) || part === page.body || part === page.documentElement) return;
    // A form that came in the place of its button is begun at its first field.
    const field = opened !== null && part.contains(opened) ? opened.querySelector<HTMLElement>('input, textarea, select') : null;
    if (field !== null) {
      field.focus();
      return;
    }
    // A part as large as the page says nothing; its heading does.
    const place = part.querySelector('h1') !== null ? part.querySelector<HTMLElement>('h1') : part;
    if (place === null) return;
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  new MutationObserver((changes) => {
    if (looking || path[0] === undefined || path[0].isConnected) return;
    looking = true;
    opened = formIn(changes);
    // What is drawn next, and what sets the focus itself, goes first.
    setTimeout(() => requestAnimationFrame(look), opened === null ? 300 : 0);
  }).observe(page.body, { childList: true, subtree: true });
}

function formIn(changes: readonly MutationRecord[]): HTMLFormElement | null {
  for (const { addedNodes } of changes) {
    for (const added of addedNodes) {
      const form = added instanceof HTMLFormElement ? added : added instanceof Element ? added.querySelector('form') : null;
      if (form !== null) return form;
    }
  }
  return null;
}

function ancestors(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) path.push(at);
  return path;
}

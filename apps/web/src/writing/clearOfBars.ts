// Some air between the line one writes in and the bar beside it.
const air = 16;

interface Sides {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Keeps the line one writes in clear of the bars that lie over the page: the tools at the top, the ways at the bottom.
 * They are measured each time, as they are higher on a narrow screen and with large letters.
 */
export function clearOfBars(place: HTMLElement): { scrollMargin: Sides; scrollThreshold: Sides } {
  const sides = {
    get top() {
      return air + topOf(place);
    },
    get bottom() {
      const bar = document.querySelector('.frame-bar')?.getBoundingClientRect();
      return air + (bar === undefined || bar.height === 0 ? 0 : Math.max(0, (visualViewport?.height ?? innerHeight) - bar.top));
    },
    left: 0,
    right: 0,
  };
  return { scrollMargin: sides, scrollThreshold: sides };
}

function topOf(place: HTMLElement): number {
  const bars = [place.closest('.desk')?.querySelector('.desk-head'), place.closest('.text-editor')?.querySelector('.toolbar')];
  return bars.reduce((low, bar) => {
    if (bar == null || getComputedStyle(bar).position !== 'sticky') return low;
    return Math.max(low, (parseFloat(getComputedStyle(bar).insetBlockStart) || 0) + bar.getBoundingClientRect().height);
  }, 0);
}

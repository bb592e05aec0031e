import type { Forming } from './forming';

/** What each step is given. */
export interface StepProps {
  readonly forming: Forming;
  readonly change: (part: Partial<Forming>) => void;
  readonly onward: () => void;
  readonly clear: () => void;
}

import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { graphql, useAsk, type ResultOf } from './graph';
import { takeOver } from './whose';

const Here = graphql(`
  query Here {
    me { id name guest email invented }
    about { examples sendsLetters version }
  }
`);

/** The alliance the reader stands in, for the bar of ways. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

interface HereNow {
  /** Who I am; null before one has stepped in, undefined until the server has said. */
  readonly me: ResultOf<typeof Here>['me'] | undefined;
  /** Example alliances and invented people are here. */
  readonly examples: boolean;
  readonly sendsLetters: boolean;
  readonly place: Place | null;
  readonly stand: (place: Place | null) => void;
}

const Context = createContext<HereNow>({ me: undefined, examples: false, sendsLetters: false, place: null, stand: () => undefined });

/** Asks once who I am here and how this installation is set up. */
export function HereProvider({ children }: { children: ReactNode }) {
  const { data } = useAsk(Here, {});
  const [place, stand] = useState<Place | null>(null);
  const [known, know] = useState<string>();
  const id = data?.me?.id;
  if (id !== known) {
    know(id);
    // Before any screen looks for what it kept.
    if (id !== undefined) takeOver(id);
  }
  const value = useMemo<HereNow>(
    () => ({
      me: data === undefined ? undefined : (data.me ?? null),
      examples: data?.about.examples ?? false,
      sendsLetters: data?.about.sendsLetters ?? false,
      place,
      stand,
    }),
    [data, place],
  );
  return <Context value={value}>{children}</Context>;
}

/** Who I am here, and where. */
export function useHere(): HereNow {
  return use(Context);
}

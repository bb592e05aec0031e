/** Which small window is open over the alliance's home, and what it is about. */
export type Opened =
  | { readonly kind: 'invite' | 'describe' | 'leave' | 'ask' | 'name-problem' | 'invite-organisation' | 'invite-alliance' | 'take-on' | 'speaking' }
  | { readonly kind: 'open-framing'; readonly problemId: string; readonly sentence: string }
  | { readonly kind: 'answer' | 'represent'; readonly participationId: string; readonly name: string }
  | { readonly kind: 'pass-on' | 'lay-down'; readonly coordinatingId: string };

/** Opens a small window. */
export type Open = (opened: Opened) => void;

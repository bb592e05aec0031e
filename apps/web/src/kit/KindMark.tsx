import type { Kind } from '@samsyn/domain/shared/enums';
import { useWords, type WordKey } from '../lib/words';

/** The word of a kind of knowledge. */
export const kindWord = {
  FACTS: 'core.kind-facts',
  UNDERSTANDING: 'core.kind-understanding',
  SKILL: 'core.kind-skill',
  FAMILIARITY: 'core.kind-familiarity',
} as const satisfies Record<Kind, WordKey>;

/** The shape of a kind, in its colour. Shape and word carry the meaning; colour only helps. */
export function KindShape({ kind }: { kind: Kind }) {
  return (
    <svg className={`kind-${kind}`} viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
      {kind === 'FACTS' ? <circle cx="8" cy="8" r="7" /> : null}
      {kind === 'UNDERSTANDING' ? <rect x="1.5" y="1.5" width="13" height="13" /> : null}
      {kind === 'SKILL' ? <path d="M8 1 15.5 14.5H.5Z" /> : null}
      {kind === 'FAMILIARITY' ? <path d="M8 .3 15.7 8 8 15.7.3 8Z" /> : null}
    </svg>
  );
}

/** A kind of knowledge by colour, shape and word. */
export function KindMark({ kind }: { kind: Kind }) {
  const { t } = useWords();
  return (
    <span className={`kind kind-${kind}`}>
      <KindShape kind={kind} />
      {t(kindWord[kind])}
    </span>
  );
}

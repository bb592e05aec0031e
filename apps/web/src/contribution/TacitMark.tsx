import { useWords } from '../lib/words';

/** What is not in words yet: who can do it, as long as nobody has begun to tell it. */
export function TacitMark({ names, told }: { names: readonly string[]; told: boolean }) {
  const { t, list } = useWords();
  return (
    <p className="mark" dir="auto">
      {told || names.length === 0 ? t('contribution.one.tacit') : t('contribution.one.tacitHeld', { names: list(names) })}
    </p>
  );
}

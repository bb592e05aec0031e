import { useWords } from '../lib/words';

/** Where what one writes has come: being written, kept in this device, or committed at a time. */
export type SaveState = { at: string } | 'saving' | 'kept' | 'nothing';

/** The line that says whether what one wrote is saved. It says "saved" only when the server has committed. */
export function Save({ state }: { state: SaveState }) {
  const { t, time } = useWords();
  const text =
    state === 'nothing' ? '' : state === 'saving' ? t('core.saving') : state === 'kept' ? t('core.kept-here') : t('core.saved-at', { time: time(state.at) });
  return (
    <p className="saved" role="status">
      {text}
    </p>
  );
}

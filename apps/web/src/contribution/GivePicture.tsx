import { limits } from '@samsyn/domain/shared/limits';
import { useRef, useState } from 'react';
import { Button } from '../kit/Button';
import { useWords } from '../lib/words';
import { newKey } from '../lib/newKey';
import type { Draft } from './draft';
import { focusOn } from '../kit/focusOn';
import { stash } from './stash';

const shown = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** A picture from the camera or the device. It stays in the device until it is shared. */
export function GivePicture({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState('');

  async function take(file: File | undefined) {
    if (!file) return;
    if (!shown.includes(file.type)) return setError(t('contribution.picture.wrong'));
    if (file.size > limits.pictureMegabytes * 1_000_000) return setError(t('contribution.picture.large', { max: limits.pictureMegabytes }));
    if (!(await canBeShown(file))) return setError(t('contribution.picture.wrong'));
    setError('');
    const key = newKey();
    const stays = await stash(key, file);
    if (!stays) setError(t('contribution.give.keptNotMedia'));
    change({ media: [...draft.media, { key, kind: 'PICTURE', mime: file.type, size: file.size, description: '', durationMs: null, mediaId: null }] });
    // What comes next is to say what one sees.
    focusOn('.draft-media input');
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        accept={shown.join(',')}
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          // The same file can be chosen again after it was taken away.
          event.currentTarget.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('contribution.give.picture')}</Button>
      <p role="alert" className="field-error">
        {error}
      </p>
    </>
  );
}

/** Looked at here and now, so that nobody hears at the last step that the file was broken. */
async function canBeShown(file: File): Promise<boolean> {
  try {
    (await createImageBitmap(file)).close();
    return true;
  } catch {
    return false;
  }
}

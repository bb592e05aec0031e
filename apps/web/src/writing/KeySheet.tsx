import { Dialog } from '../kit/Dialog';
import { useWords } from '../lib/words';
import type { PanelProps } from './panel';
import './panels.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
// With Ctrl and Alt most keyboards write a sign, with Command and Shift a Mac takes a picture of the screen.
const line = (sign: string, onMac = sign): string => (isMac ? `Mod Alt ${onMac}` : `Mod Shift ${sign}`);

/** Keys of the text and what they do, in groups; `Mod` is Ctrl, or Command on a Mac. */
export const keyGroups = {
  words: { strong: 'Mod B', em: 'Mod I', link: 'Mod K', footnote: 'Mod Alt F' },
  lines: { heading: line('2'), subheading: line('3'), line: line('1', '0'), bullets: 'Mod Shift 8', numbers: 'Mod Shift 7', quote: 'Mod Shift 9', break: 'Shift Enter' },
  begin: { heading: '## ␣', subheading: '### ␣', bullets: '- ␣', numbers: '1. ␣', quote: '> ␣' },
  around: { next: 'Tab', before: 'Shift Tab', open: 'Enter', leave: 'Esc' },
  rest: { undo: 'Mod Z', redo: 'Mod Shift Z', find: 'Mod Shift F', keys: 'Mod ?' },
} as const;

/** The sheet of keyboard shortcuts. */
export function KeySheet({ onDone }: PanelProps) {
  const { t } = useWords();
  const mod = isMac ? '⌘' : 'Ctrl';
  return (
    <Dialog title={t('writing.tool.keys')} onClose={onDone}>
      {(Object.keys(keyGroups) as (keyof typeof keyGroups)[]).map((group) => (
        <section key={group} className="stack-tight">
          <h3>{t(`editing.keys.${group}`)}</h3>
          <dl className="key-sheet">
            {Object.entries(keyGroups[group]).map(([act, keys]) => (
              <div key={act}>
                <dt>{t(`editing.key.${act as KeyAct}`)}</dt>
                <dd>
                  {keys.split(' ').map((key) => (
                    <kbd key={key}>{key === 'Mod' ? mod : key === '␣' ? t('editing.key.blank') : key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="soft">{t('editing.keys.how')}</p>
    </Dialog>
  );
}

type KeyAct = { [G in keyof typeof keyGroups]: keyof (typeof keyGroups)[G] }[keyof typeof keyGroups];

import { useEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../lib/words';
import { Aria } from './Aria';
import { Button } from './Button';
import './dialog.css';

type Typed = HTMLInputElement | HTMLTextAreaElement;

/** A small window over the screen. Import it only from parts that are loaded lazily. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  // What stood in each field when one came to it, and the field one was in last.
  const found = useRef(new Map<Typed, string>());
  const last = useRef<Typed | null>(null);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) stay.current?.focus();
  }, [asking]);

  const note = ({ target }: FocusEvent): void => {
    if (!takesWords(target)) return;
    last.current = target;
    if (!found.current.has(target)) found.current.set(target, target.value);
  };
  const goOn = (): void => {
    setAsking(false);
    last.current?.focus();
  };
  // A slip on Escape, or beside the window, must not throw away what somebody has put into words.
  const slip = (): void => {
    if (asking) return goOn();
    const typed = [...found.current].some(([field, before]) => field.isConnected && field.value.trim() !== '' && field.value !== before);
    if (typed) setAsking(true);
    else onClose();
  };
  return (
    <Aria>
      <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(open) => (open ? undefined : slip())}>
        <Modal className="dialog-sheet">
          <AriaDialog className="dialog">
            <div className="dialog-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <Button kind="plain" onClick={onClose}>
                {t('core.close')}
              </Button>
            </div>
            {asking ? (
              <div className="refusal stack-tight" role="alert">
                <p>{t('core.typed')}</p>
                <div className="row">
                  <Button ref={stay} onClick={goOn}>
                    {t('core.write-on')}
                  </Button>
                  <Button kind="grave" onClick={onClose}>
                    {t('core.throw-away')}
                  </Button>
                </div>
              </div>
            ) : null}
            <div className="dialog-body" onFocus={note}>
              {children}
            </div>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </Aria>
  );
}

function takesWords(target: Element): target is Typed {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|file)$/.test(target.type));
}

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../lib/words';
import { Aria } from './Aria';
import { Button } from './Button';
import './dialog.css';

/** A small window over the screen. Import it only from parts that are loaded lazily. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useWords();
  return (
    <Aria>
      <ModalOverlay className="dialog-veil" isOpen isDismissable onOpenChange={(open) => (open ? undefined : onClose())}>
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
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </Aria>
  );
}

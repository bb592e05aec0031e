import type { ComponentType, DragEvent, ReactNode } from 'react';
import { bringWords, type WordSlice } from './words';

/** A node of a text as the API gives it: a ProseMirror document in JSON. */
export interface TextNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly TextNode[];
  /** Whose words these are, in a text that was asked for with its authors. */
  readonly by?: Readonly<Record<string, unknown>>;
}

/** What may be shown beside a text that is read. */
export type LayerName = 'authors' | 'knowledge' | 'basis' | 'suggestions' | 'talk';

/** How a text is dressed by what is shown beside it. */
export interface Dress {
  /** The text to show instead: the same, asked for with more in it. */
  readonly content?: unknown;
  /** What is said before the text: how to read what is shown. */
  readonly before?: ReactNode;
  /** A piece of running text, with its marks as they are shown already. */
  readonly piece?: (node: TextNode, words: ReactNode) => ReactNode;
  /** What stands beside a line (a paragraph or heading, counted from 0, empty ones too); on a narrow screen beneath it. */
  readonly beside?: (line: number, node: TextNode) => ReactNode;
  /** What is dragged over a line, and let go there. Whatever can be dragged can be chosen without dragging as well. */
  readonly onDragOver?: (event: DragEvent, line: number) => void;
  readonly onDrop?: (event: DragEvent, line: number) => void;
  /** What stands after the text. */
  readonly after?: ReactNode;
}

/** What a layer is told, and how it dresses the text: it calls `children` with its dress. */
export interface LayerProps {
  readonly framing: {
    readonly id: string;
    readonly alliance: { readonly id: string };
    readonly rights: readonly { readonly verb: string; readonly may: boolean }[];
    readonly reading: { readonly content: unknown };
  };
  readonly children: (dress: Dress) => ReactNode;
}

/** A layer together with its words, fetched when somebody asks for it. */
export function bringLayer(words: readonly WordSlice[], load: () => Promise<ComponentType<LayerProps>>): () => Promise<ComponentType<LayerProps>> {
  return async () => (await Promise.all([load(), bringWords(words)]))[0];
}

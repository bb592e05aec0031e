import { saysWhose } from './saysWhose.js';

// Of what the reader of Word files makes of one, only what is needed here.
interface Part {
  readonly type: string;
  readonly value?: string;
  readonly commentId?: string;
  children?: Part[];
}
interface Note extends Part {
  readonly noteType: 'footnote';
  readonly noteId: string;
  readonly body: readonly Part[];
}
interface Document extends Part {
  readonly comments: readonly { readonly commentId: string; readonly body: readonly Part[]; readonly authorName: string | null }[];
  readonly notes: { resolve: (reference: { readonly noteId: string }) => unknown };
}

/** What somebody wrote beside the words of a Word file becomes a footnote there, under the name the file states; nothing said is lost silently. */
export function commentsAsNotes(document: Document, names: Map<string, string>): Document {
  const notes = new Map<string, Note>();
  for (const { commentId, body, authorName } of document.comments) {
    if (saysWhose(wordsOf(body))) continue;
    const noteId = `comment-${commentId}`;
    notes.set(noteId, { type: 'note', noteType: 'footnote', noteId, body });
    if (authorName !== null) names.set(`footnote-${noteId}`, authorName);
  }
  if (notes.size === 0) return document;
  const own = document.notes.resolve.bind(document.notes);
  document.notes.resolve = (reference) => notes.get(reference.noteId) ?? own(reference);
  referTo(document, notes);
  return document;
}

function referTo(part: Part, notes: ReadonlyMap<string, Note>): void {
  part.children = part.children?.map((child) => {
    const note = child.type === 'commentReference' ? notes.get(`comment-${child.commentId ?? ''}`) : undefined;
    if (note === undefined) referTo(child, notes);
    return note === undefined ? child : ({ type: 'noteReference', noteType: 'footnote', noteId: note.noteId } as Part);
  }) as Part[];
}

function wordsOf(parts: readonly Part[]): string {
  return parts.map((part) => part.value ?? wordsOf(part.children ?? [])).join('');
}

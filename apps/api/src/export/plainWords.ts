import type { Block, Piece } from '@samsyn/domain/export/dossier';

/** The letters of running text, to see which way it runs. */
export function plainWords(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'words' ? piece.text : ' ')).join('');
}

/** The letters of blocks. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block): string => {
      if (block.kind === 'paragraph' || block.kind === 'heading') return plainWords(block.pieces);
      if (block.kind === 'list') return block.items.map(plainBlocks).join(' ');
      if (block.kind === 'quotation') return plainBlocks(block.blocks);
      if (block.kind === 'table') return block.rows.flatMap((row) => row.map((cell) => plainBlocks(cell.blocks))).join(' ');
      return '';
    })
    .join(' ');
}

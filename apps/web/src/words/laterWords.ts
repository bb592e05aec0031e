/** The words of every screen that is not among the first. */
export const files = import.meta.glob<Record<string, string>>(['./*/*.json', '!./*/{core,home,join,alliance,acting}.json'], { import: 'default' });

const languages = ['sv', 'en'] as const;
const themes = ['light', 'dark'] as const;
const widths = [320, 1280] as const;

/** A way to look at a screen. */
export interface Look {
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number];
  readonly width: (typeof widths)[number];
}

/** Every language in every theme at every width. */
export const everyLook: readonly Look[] = languages.flatMap((language) => themes.flatMap((theme) => widths.map((width) => ({ language, theme, width }))));

/** Four looks in which any two of language, theme and width meet in every way; all of them in the long run. */
export const looks: readonly Look[] = process.env['LONG'] === '1' ? everyLook : everyLook.filter(({ language, theme, width }) => [language === 'en', theme === 'dark', width === 1280].filter(Boolean).length % 2 === 0);

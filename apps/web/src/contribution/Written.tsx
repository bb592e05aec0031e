/** Words somebody wrote, in the direction and language they were written in. */
export function Written({ text, language, className = 'prose' }: { text: string; language?: string | null; className?: string }) {
  return (
    <p className={className} dir="auto" {...(language ? { lang: language } : {})}>
      {text}
    </p>
  );
}

/** Where a number is from: a page by its host, a file of a public repository by the repository; anything else as it is. */
export function SourceText({ source }: { readonly source: string }) {
  if (/^https?:/.test(source)) return <Source url={source} name={hostOf(source)} />;
  const [, repository, path] = /^([\w.-]+\/[\w.-]+) (\S+)/.exec(source) ?? [];
  if (repository === undefined || path === undefined) return source;
  return (
    <>
      <Source url={`https://github.com/${repository}`} name={repository} /> {source.slice(repository.length + 1)}
    </>
  );
}

function Source({ url, name }: { readonly url: string; readonly name: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\//, '').split('/')[0] ?? url;
}

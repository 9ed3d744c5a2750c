export interface HtmlParts {
  /** The source under which the webview loads local files. */
  readonly cspSource: string;
  /** Fresh for each page. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly model: { readonly language: string };
}

/**
 * The page of a webview. Its model stands in it as a data block, so that the first paint asks the host for nothing; what
 * people wrote can't end that block, for it holds no `<`.
 */
export function webviewHtml({ cspSource, nonce, script, style, model }: HtmlParts): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  const data = JSON.stringify(model).replaceAll('<', String.raw`\u003c`);
  return `<!DOCTYPE html>
<html lang="${attribute(model.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Two Hats</title>
<link rel="stylesheet" href="${attribute(style)}">
</head>
<body>
<script type="application/json" id="model" nonce="${nonce}">${data}</script>
<script src="${attribute(script)}" nonce="${nonce}"></script>
</body>
</html>`;
}

function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

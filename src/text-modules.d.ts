declare module '*.py' {
  const source: string;
  // biome-ignore lint/style/noDefaultExport: the shape of esbuild's text loader
  export default source;
}

declare module '*.css' {
  const source: string;
  // biome-ignore lint/style/noDefaultExport: the shape of esbuild's text loader
  export default source;
}

declare module '*.page.js' {
  const source: string;
  // biome-ignore lint/style/noDefaultExport: the shape of esbuild's text loader
  export default source;
}

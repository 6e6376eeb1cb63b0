/** The folder that holds package.json, `bin` and `fixtures`, from the sources and from the build alike. */
export const packageRoot = new URL('../', import.meta.url);

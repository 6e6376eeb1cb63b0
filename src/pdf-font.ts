/** The font of every PDF, which has Latin and Devanagari letters and ₹; beside the sources and the build alike. */
export const pdfFont = new URL('./render/fonts/NotoSans-Regular.ttf', import.meta.url);

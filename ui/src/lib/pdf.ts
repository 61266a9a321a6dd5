import type { PDFDocumentProxy } from "pdfjs-dist";

/** The bytes of a PDF that came as base64. */
export function pdfBytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Opens a PDF with the bundled reader; nothing is fetched. */
export async function openPdf(base64: string): Promise<PDFDocumentProxy> {
  const [reader, worker] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.min.mjs?url"),
  ]);
  reader.GlobalWorkerOptions.workerSrc = worker.default;
  return reader.getDocument({
    data: pdfBytes(base64),
    isEvalSupported: false,
    disableFontFace: false,
    useSystemFonts: false,
    enableXfa: false,
  }).promise;
}

/** Draws one page, `width` CSS pixels wide, as sharp as `density` says. */
export async function drawPage(
  document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, width: number, density: number,
): Promise<void> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (width / natural.width) * density });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
}

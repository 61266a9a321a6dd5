/** A page that says what would be printed, as a PDF in base64. */
export function samplePdf(title: string, landscape: boolean): string {
  const [width, height] = landscape ? [842, 595] : [595, 842];
  const lines = Array.from({ length: 12 }, (_, row) => {
    const y = height - 110 - row * 44;
    return `0.8 w ${40} ${y} m ${width - 40} ${y} l S BT /F1 10 Tf 44 ${y - 16} Td (${8 + row}:00) Tj ET`;
  }).join("\n");
  const text = title.replace(/[()\\]/g, "").replace(/[^\x20-\x7e]/g, "?");
  const content = `BT /F1 18 Tf 40 ${height - 64} Td (${text}) Tj ET\n0.6 G\n${lines}`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>",
    page(width, height),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    page(width, height),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, "0");
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${o} 00000 n \n`).join("")}`;
  body += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return btoa(body);
}

const page = (width: number, height: number): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>`;

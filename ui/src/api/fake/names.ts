/** Invented people of many countries, for the practice in memory. */
export const given = [
  "Aoife", "Tomasz", "Zoë", "Amara", "Jan", "Elena", "Lukas", "Noor", "Giulia", "Sam", "Ida", "Peter",
  "Olivia", "Hanna", "Carlos", "Mia", "Viktor", "Sigrún", "Ngozi", "Mateus", "Anneliese", "Dmitri", "Yuki",
  "Fatima", "Chloé", "Kwame", "Søren", "Ana", "Björn", "Leïla", "Eero", "Priya", "Máire", "István",
];
export const family = [
  "Brennan", "Wójcik", "Þórsdóttir", "Nwosu", "de Vries", "Petrova", "Meyer", "Haddad", "Conti", "Taylor",
  "Lindgren", "Novák", "Grant", "Virtanen", "Ruiz Peña", "Brandt", "Saar", "Okafor", "Müller", "Ó Súilleabháin",
  "Nguyễn", "Fernández", "Kovács", "Ivanov", "Tanaka", "Ben Amar", "Dubois", "Mensah", "Sørensen", "Silva",
  "Åkesson", "Benali", "Korhonen", "Sharma", "Byrne", "Nagy",
];

/** The people of the day in the sketch: name, birth date, alert. */
export const desk: [given: string, family: string, birth: string, alert: string][] = [
  ["Aoife", "Brennan", "1988-02-11", ""],
  ["Tomasz", "Wójcik", "1979-07-30", ""],
  ["Zoë", "Þórsdóttir", "1994-05-02", "Interpreter: English is fine"],
  ["Amara", "Nwosu", "1992-03-14", "Penicillin allergy · anxious, explain each step"],
  ["Jan", "de Vries", "1966-12-01", ""],
  ["王小明", "Wang Xiaoming", "1985-09-09", ""],
  ["Elena", "Petrova", "2001-01-20", ""],
  ["Lukas", "Meyer", "1972-10-05", ""],
  ["Noor", "Haddad", "1990-06-16", ""],
  ["Giulia", "Conti", "1999-11-28", "Nickel allergy"],
  ["Sam", "Taylor", "2013-04-04", "Minor: guardian comes along"],
  ["Ida", "Lindgren", "1954-08-21", ""],
  ["Peter", "Novák", "1961-03-03", ""],
  ["Olivia", "Grant", "1997-02-17", ""],
  ["محمد", "عبد الله", "1983-05-25", ""],
  ["Hanna", "Virtanen", "1976-09-12", ""],
  ["Carlos", "Ruiz Peña", "1969-01-31", ""],
  ["Mia", "Brandt", "2006-07-07", ""],
  ["Viktor", "Saar", "1958-04-19", "Blood thinner: checked 20 Nov"],
];

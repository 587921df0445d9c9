const QUOTE = '"';

/**
 * Comma-separated values (RFC 4180) that come piece by piece: quoted fields may hold commas, quotes written twice and line breaks.
 * A quote inside an unquoted field stands for itself. Lines end in LF or CRLF; empty lines are passed over.
 */
export class CsvParser {
  private fields: string[] = [];
  private field = '';
  private isQuoted = false;
  /** A quote inside a quoted field: its end, or half of one written twice. */
  private isAfterQuote = false;
  private wasQuoted = false;
  /** The last character was a carriage return outside quotes: half of a line end. */
  private isAfterReturn = false;

  /** UTF-16 units of the row that is not complete yet. */
  pendingLength = 0;

  /** @returns the rows that the piece has completed */
  push(piece: string): string[][] {
    const rows: string[][] = [];
    for (const character of piece) {
      this.pendingLength += character.length;
      const row = this.take(character);
      if (row) rows.push(row);
    }
    return rows;
  }

  /** The last row, where the file does not end in a line break. @returns null: none; @throws Error in an open quote */
  end(): string[] | null {
    if (this.isQuoted && !this.isAfterQuote) throw new Error('a quoted field is not closed');
    return this.endRow();
  }

  private take(character: string): string[] | null {
    if (this.isQuoted && !this.isAfterQuote) {
      if (character === QUOTE) this.isAfterQuote = true;
      else this.field += character;
      return null;
    }
    if (this.isAfterQuote && character === QUOTE) {
      this.field += QUOTE;
      this.isAfterQuote = false;
      return null;
    }
    return this.takePlain(character);
  }

  private takePlain(character: string): string[] | null {
    [this.isQuoted, this.isAfterQuote] = [false, false];
    if (character === '\n') return this.endRow();
    if (character === ',') this.endField();
    else if (character === QUOTE && this.field === '' && !this.wasQuoted)
      [this.isQuoted, this.wasQuoted] = [true, true];
    else this.field += character;
    this.isAfterReturn = character === '\r';
    return null;
  }

  private endField(): void {
    this.fields.push(this.field);
    [this.field, this.wasQuoted] = ['', false];
  }

  private endRow(): string[] | null {
    if (this.isAfterReturn) this.field = this.field.slice(0, -1);
    this.isAfterReturn = false;
    const isEmpty = this.fields.length === 0 && this.field === '' && !this.wasQuoted;
    this.endField();
    [this.isQuoted, this.isAfterQuote, this.pendingLength] = [false, false, 0];
    const row = this.fields;
    this.fields = [];
    return isEmpty ? null : row;
  }
}

/** The headers of an answer while it is made, by names in lower case. Headers do the same, at several times the cost. */
export class AnswerHeaders extends Map<string, string> {
  override set(name: string, value: string): this {
    return super.set(name.toLowerCase(), value);
  }

  /** Adds to what is said under this name already. */
  append(name: string, value: string): this {
    const said = this.get(name);
    return this.set(name, said === undefined ? value : `${said}, ${value}`);
  }
}

/** Whether the element with the focus wants this key for itself. */
export function isTaken(element: Element | null, { key }: Pick<KeyboardEvent, "key">): boolean {
  if (element === null) {
    return false;
  }
  if (element.closest("dialog") !== null) {
    return true;
  }
  if (element.matches("input[type=range]")) {
    return key.startsWith("Arrow");
  }
  if (element.matches("input, textarea, select, [contenteditable]:not([contenteditable=false])")) {
    return true;
  }
  return key === " " && element.matches("button, a[href], summary, [role=button]");
}

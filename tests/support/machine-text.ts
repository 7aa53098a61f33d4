/** A path, an address, a name in braces, a header, a place in an answer. */
const machineText =
  /^(?:https?:\/\/\S+|[/{][\w{}./:-]*|[a-z][\w-]*(?:[.:_][\w-]+)+|[A-Z]+(?:_[A-Z]+)+|X-[\w-]+)$/;

/** True for what stands in a field as an example of what machines read: no language has another word for it. */
export function isMachineText(text: string): boolean {
  return machineText.test(text);
}

import type { FieldControl } from '../ui/field.tsx';

/** For a line in a row that has no label of its own; what is wrong stands under the row, in an element with this id and `-error`. */
export function lineControl(id: string, fault: string | undefined): FieldControl {
  const isAddressed = fault !== undefined;
  return {
    id,
    labelId: '',
    describedBy: isAddressed ? `${id}-error` : undefined,
    invalid: isAddressed,
    isAddressed,
  };
}

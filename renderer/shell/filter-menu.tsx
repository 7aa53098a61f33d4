import { Menu } from '@base-ui/react/menu';
import { ListFilter } from 'lucide-react';
import { environments } from '../../electron/contract/environments.ts';
import { tagKey } from '../../electron/contract/tag-key.ts';
import { type Filters, noFilters, stateFilters, toggled } from '../state/filters.ts';
import { findSessions } from '../state/find-sessions.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { setFilters, useWallView } from '../state/wall-view.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuCheckItem, MenuGroup, MenuPopup, MenuRemark, MenuSeparator } from '../ui/menu.tsx';
import { useStanding } from '../wall/use-standing.ts';
import { words } from '../words/words.ts';

const text = words.order;

/** More choices than this are found faster by typing `server:` or `tag:` into the search box. */
const mostChoices = 12;

interface Choice {
  /** Where its label is not its own alone. */
  readonly id?: string;
  readonly label: string;
  readonly checked: boolean;
  /** How many sessions it has. */
  readonly count: number;
  readonly next: Filters;
}

/** Chooses what the wall is narrowed to, and says how many sessions each choice has. */
export function FilterMenu() {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <IconButton label={text.filter}>
            <ListFilter />
          </IconButton>
        }
      />
      <MenuPopup label={text.filter}>
        <Choices />
      </MenuPopup>
    </Menu.Root>
  );
}

function Choices() {
  const { servers, sessions } = useSnapshot();
  const { filters, serverId } = useWallView();
  const standing = useStanding(sessions);
  const own = serverId === null ? sessions : sessions.filter((session) => session.serverId === serverId);
  const count = (part: Partial<Filters>): number =>
    findSessions(own, servers, { query: '', filters: { ...noFilters, ...part }, ...standing }).length;

  const states = stateFilters.map(
    (state): Choice => ({
      label: text.states[state],
      checked: filters.states.includes(state),
      count: count({ states: [state] }),
      next: { ...filters, states: toggled(filters.states, state) },
    }),
  );
  const places = environments
    .filter((one) => one !== 'none')
    .map(
      (one): Choice => ({
        label: text.environments[one],
        checked: filters.environments.includes(one),
        count: count({ environments: [one] }),
        next: { ...filters, environments: toggled(filters.environments, one) },
      }),
    );
  const ofServers =
    serverId !== null || servers.length < 2
      ? []
      : servers.map(
          ({ id, name }): Choice => ({
            id,
            label: name,
            checked: filters.serverIds.includes(id),
            count: count({ serverIds: [id] }),
            next: { ...filters, serverIds: toggled(filters.serverIds, id) },
          }),
        );
  const tags = [...new Map(own.flatMap((each) => each.tags).map((tag) => [tagKey(tag), tag])).values()]
    .sort((a, b) => a.localeCompare(b))
    .map(
      (tag): Choice => ({
        label: tag,
        checked: filters.tags.includes(tag),
        count: count({ tags: [tag] }),
        next: { ...filters, tags: toggled(filters.tags, tag) },
      }),
    );
  const favourites: Choice = {
    label: text.favouritesOnly,
    checked: filters.favourites,
    count: count({ favourites: true }),
    next: { ...filters, favourites: !filters.favourites },
  };
  return (
    <>
      <ChoiceItem choice={favourites} />
      <MenuSeparator />
      <ChoiceGroup label={text.state} choices={states} />
      <ChoiceGroup label={text.environment} choices={places} />
      {tags.length > 0 ? (
        <ChoiceGroup label={text.tag} choices={tags} />
      ) : (
        <MenuGroup label={text.tag}>
          <MenuRemark>{text.noTags}</MenuRemark>
        </MenuGroup>
      )}
      <ChoiceGroup label={text.server} choices={ofServers} />
    </>
  );
}

/** A choice that nobody fits is left out, unless it is made. */
function ChoiceGroup({ label, choices }: { readonly label: string; readonly choices: readonly Choice[] }) {
  const possible = choices.filter(({ checked, count }) => checked || count > 0).slice(0, mostChoices);
  if (possible.length === 0) return null;
  return (
    <MenuGroup label={label}>
      {possible.map((choice) => (
        <ChoiceItem key={choice.id ?? choice.label} choice={choice} />
      ))}
    </MenuGroup>
  );
}

function ChoiceItem({ choice }: { readonly choice: Choice }) {
  return (
    <MenuCheckItem
      checked={choice.checked}
      hint={String(choice.count)}
      onToggle={() => setFilters(choice.next)}
    >
      {choice.label}
    </MenuCheckItem>
  );
}

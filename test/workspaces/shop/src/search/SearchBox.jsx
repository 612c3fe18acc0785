import { useBooleanFlagValue } from '@openfeature/react-sdk';

export function SearchBox({ onSearch }) {
  const suggests = useBooleanFlagValue('new_search', false);

  return (
    <form role="search" onSubmit={(event) => onSearch(event.currentTarget.query.value)}>
      <input name="query" type="search" autoComplete={suggests ? 'on' : 'off'} />
      <button type="submit">Search</button>
    </form>
  );
}

import { useFlags } from 'launchdarkly-react-client-sdk';

export function SettingsPage({ name }: { name: string }) {
  const { profileExport, darkTheme = false } = useFlags();

  return (
    <main data-theme={darkTheme ? 'dark' : 'light'}>
      <h1>Settings of {name}</h1>
      {profileExport && <button>Download my data</button>}
    </main>
  );
}

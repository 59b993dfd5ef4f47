// Before the first paint: the theme that was chosen in this browser. A classic script of its own, because the content
// policy allows none inside the page. src/app/theme.ts writes what is read here.
try {
  const theme = localStorage.getItem('signet.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is closed: the system's theme holds.
}

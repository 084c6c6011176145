// What a bundle of the React Native client gets for `react-native`: an app in the foreground.
export const AppState = {
  currentState: 'active',
  addEventListener: () => ({ remove: () => {} }),
};

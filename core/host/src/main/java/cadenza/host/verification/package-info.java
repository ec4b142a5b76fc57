/**
 * Asking of a built plugin what the host relies on. The promises themselves are in the test kit, which implements
 * {@link cadenza.host.verification.PluginVerifier} as a service, so that nothing of it is loaded but where it is asked
 * for. This package knows no plugin and no test framework.
 */
package cadenza.host.verification;

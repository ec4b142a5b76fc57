/**
 * Files that are whole or not there ({@link cadenza.host.storage.AtomicFile}, {@link cadenza.host.storage.FileDraft} while they are written), and JSON of closed types
 * ({@link cadenza.host.storage.Json}). Knows no model, no document.
 */
package cadenza.host.storage;

/**
 * What Cadenza reads and writes: a {@link cadenza.api.document.Text} or a {@link cadenza.api.document.Score}.
 * Plain immutable data, checked when made. Start from {@link cadenza.api.document.Document};
 * {@link cadenza.api.document.KeyEstimate} serves plugins and host alike. This package knows no
 * file format, no token and no network.
 */
package cadenza.api.document;

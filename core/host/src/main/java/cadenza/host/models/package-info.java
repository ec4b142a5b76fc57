/**
 * Model files and where they live: {@link cadenza.host.models.ModelFile} reads and writes one,
 * {@link cadenza.host.models.ModelLibrary} finds them by name. Closed formats only: JSON and safetensors in a zip, no
 * class names. Knows nothing of what a generator does with the contents.
 */
package cadenza.host.models;

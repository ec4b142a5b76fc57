package cadenza.host;

import cadenza.api.document.Text;

/** Text that was generated, the prime included. */
public record Page(Text text, Recipe recipe) {}

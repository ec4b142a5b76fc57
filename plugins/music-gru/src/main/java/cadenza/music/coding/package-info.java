/**
 * What the codings of this plugin have in common. Start from {@link cadenza.music.coding.Coding}, which tells what
 * scores can be written, and {@link cadenza.music.coding.PieceCodec}, which writes them;
 * {@link cadenza.music.coding.BarLines} finds the bars of a score and {@link cadenza.music.coding.Performance} makes a
 * score of what tokens do. This package knows no coding by name.
 */
package cadenza.music.coding;

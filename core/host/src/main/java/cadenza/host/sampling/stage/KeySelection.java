package cadenza.host.sampling.stage;

/**
 * Hoare's selection (C. A. R. Hoare, "Algorithm 65: find", Communications of the ACM 4, 1961): the greatest of many keys in
 * linear time on average, where sorting all of a large vocabulary would take longer than the network.
 */
final class KeySelection {
    private KeySelection() {}

    /**
     * Moves the greatest keys behind the others, in no order.
     *
     * @param keys all different
     * @param size how many there are of them, from the first on
     * @param count how many to move, 1 to size
     */
    static void toTheEnd(long[] keys, int size, int count) {
        int border = size - count;
        int low = 0;
        int high = size - 1;
        while (low < high) {
            long pivot = keys[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (keys[i] < pivot) {
                    i++;
                }
                while (keys[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long key = keys[i];
                    keys[i++] = keys[j];
                    keys[j--] = key;
                }
            }
            // Now none up to j is greater than the pivot, none from i on is smaller, and between them it stands alone.
            if (border <= j) {
                high = j;
            } else if (border >= i) {
                low = i;
            } else {
                return;
            }
        }
    }
}
